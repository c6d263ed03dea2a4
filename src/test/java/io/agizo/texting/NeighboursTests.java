package io.agizo.texting;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.agizo.shared.Shop;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeighboursTests {

    /** All states of the African Union. */
    private static final String AFRICA =
            "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA"
                    + " MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW";

    @Test
    void surroundTheShop() {
        assertThat(around("KE")).containsExactlyInAnyOrder("KE", "ET", "SO", "SS", "TZ", "UG");
        assertThat(around("LS")).containsExactlyInAnyOrder("LS", "ZA");
        assertThat(around("JP")).containsExactly("JP");
    }

    @Test
    void areEachOthers() {
        assertThat(Neighbours.listed())
                .allSatisfy(country -> assertThat(Neighbours.of(country))
                        .allSatisfy(neighbour ->
                                assertThat(Neighbours.of(neighbour)).contains(country)));
    }

    @Test
    void areCountriesWithTelephones() {
        assertThat(PhoneNumberUtil.getInstance().getSupportedRegions()).containsAll(Neighbours.listed());
    }

    @Test
    void areKnownInAllOfAfrica() {
        assertThat(Neighbours.listed()).containsAll(List.of(AFRICA.split(" ")));
    }

    private static Set<String> around(String country) {
        return Neighbours.around(new Shop("Duka", Currency.getInstance("KES"), country, ZoneId.of("Africa/Nairobi")));
    }
}
