package io.agizo.storefront;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.backinstock.WishesOfPerson;
import io.agizo.notifications.OptOuts;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Sku;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.Visitor;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number left at a sold-out product, with and without scripts. */
class ToldWhenBackJourneyTests {

    private final Visitor shopper = TwoReplicas.visitor();
    private final Sku gone = Goods.fresh("450.00", 0);

    private HttpResponse<String> leave(String phone) {
        return shopper.post("/products/" + gone + "/tell", "phone", phone);
    }

    private static String kept(PhoneNumber phone) {
        return TwoReplicas.bean(WishesOfPerson.class).list(phone).stream()
                .map(wish -> wish.sku() + " " + wish.language())
                .toList()
                .toString();
    }

    @Test
    void isKeptAndNamedBackWithoutScripts() {
        PhoneNumber phone = new PhoneNumber(TwoReplicas.freshPhone());

        assertThat(shopper.get("/products/" + gone).body()).contains("Tell me when it is back", "STOP", "90 days");
        HttpResponse<String> left = leave(phone.e164());

        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(Visitor.location(left)).hasValue("/products/" + gone);
        assertThat(shopper.get("/products/" + gone).body())
                .contains(phone.inGroups("KE") + " gets one text when this is back");
        assertThat(kept(phone)).isEqualTo("[" + gone + " en]");
    }

    @ParameterizedTest
    @CsvSource({
        "Amina, must be one telephone number",
        "+447400123456, in a country that the shop texts only by arrangement",
        "+254900222111, a number that the shop does not text",
        "'', not a telephone number"
    })
    void isRefusedBesideTheFieldWithWhatWasTyped(String typed, String why) {
        HttpResponse<String> refused = leave(typed);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(why, "value=\"" + typed + "\"", "Tell me when it is back");
    }

    @Test
    void isNotTakenOfWhoSaidStop() {
        PhoneNumber phone = new PhoneNumber(TwoReplicas.freshPhone());
        TwoReplicas.bean(OptOuts.class).stop(phone, "STOP", "page-" + phone);

        HttpResponse<String> refused = leave(phone.e164());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("answered such a text with STOP", "START");
        assertThat(kept(phone)).isEqualTo("[]");
    }

    @Test
    void isNotAskedForWhereThereIsSomething() {
        Sku there = Goods.fresh("450.00", 3);

        assertThat(shopper.get("/products/" + there).body()).doesNotContain("/tell");
        assertThat(Visitor.location(shopper.post("/products/" + there + "/tell", "phone", "0711000031")))
                .hasValue("/products/" + there);
        assertThat(shopper.get("/products/" + there).body()).contains("It is back already");
        assertThat(shopper.post("/products/NOTHING/tell", "phone", "0711000031").statusCode())
                .isEqualTo(404);
        assertThat(Visitor.location(shopper.get("/products/" + there + "/tell")))
                .hasValue("/products/" + there);
    }

    @ParameterizedTest
    @CsvSource({
        "en, PHONE, Text me, gets one text when this is back",
        "sw, LAPTOP, Nitumie ujumbe, itapata ujumbe mmoja bidhaa hii ikirudi"
    })
    void isLeftInABrowserInTheReadersLanguage(String language, Screen screen, String press, String said) {
        PhoneNumber phone = new PhoneNumber(TwoReplicas.freshPhone());
        try (Browser browser = Browser.on(screen, ColorScheme.LIGHT)) {
            Page page = browser.open(TwoReplicas.url() + "/products/" + gone + "?lang=" + language);
            page.fill("#phone", phone.e164().replace("+254", "0"));
            page.click("text=" + press);

            assertThat(page.locator(".notice")).containsText(said);
            assertThat(page.locator("#left")).isVisible();
            assertThat(browser.complaints()).isEmpty();
        }
        assertThat(kept(phone)).isEqualTo("[" + gone + " " + language + "]");
    }
}
