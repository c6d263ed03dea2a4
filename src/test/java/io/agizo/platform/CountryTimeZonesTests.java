package io.agizo.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.agizo.shared.CannotStart;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTimeZonesTests {

    @Test
    void areThatOfTheCountryUnlessOneIsSet() {
        assertThat(CountryTimeZones.zone(null, "KE")).isEqualTo(ZoneId.of("Africa/Nairobi"));
        assertThat(CountryTimeZones.zone(null, "CD")).isEqualTo(ZoneId.of("Africa/Kinshasa"));
        assertThat(CountryTimeZones.zone("Africa/Lubumbashi", "CD")).isEqualTo(ZoneId.of("Africa/Lubumbashi"));
    }

    @Test
    void areKnownWhereverThereAreTelephones() {
        assertThat(CountryTimeZones.listed())
                .containsAll(PhoneNumberUtil.getInstance().getSupportedRegions())
                .allSatisfy(country ->
                        assertThat(CountryTimeZones.zone(null, country)).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars/Olympus", "Nairobi", "+03:00", "africa/nairobi", ""})
    void refuseANameThatIsNone(String name) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> CountryTimeZones.zone(name, "KE"))
                .withMessageContaining("“" + name + "”")
                .satisfies(stopped -> assertThat(stopped.remedy()).contains("AGIZO_SHOP_TIME_ZONE"));
    }

    @Test
    void askForTheSettingWhereTheCountryIsNoAnswer() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> CountryTimeZones.zone(null, "AQ"))
                .withMessageContaining("AQ")
                .satisfies(stopped -> assertThat(stopped.remedy()).contains("AGIZO_SHOP_TIME_ZONE"));
    }
}
