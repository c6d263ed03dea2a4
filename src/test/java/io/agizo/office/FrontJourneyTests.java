package io.agizo.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.agizo.office.Colleagues.hired;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.RunningShop;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.Visitor;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What waits, for each who works here, and as it changes. */
class FrontJourneyTests {

    private final RunningShop shop = TwoReplicas.shop();

    @ParameterizedTest
    @CsvSource({"owner, true, true", "manager, true, true", "cashier, true, false", "packer, false, false"})
    void showsEachRoleWhatIsTheirs(String role, boolean decides, boolean readsReports) {
        String order = Orders.placed(shop);
        String accepted = Orders.accepted(shop);

        String page = hired(role).signedIn().get("/office").body();

        assertThat(page).contains("<h1>What waits</h1>", "Waiting for you", "To hand over");
        assertThat(page.contains("/accept\"")).isEqualTo(decides);
        assertThat(page.contains("Sales")).isEqualTo(readsReports);
        assertThat(page).contains("/fulfil\"");
        assertThat(page.indexOf("To hand over") > page.indexOf("Waiting for you"))
                .isEqualTo(decides);
        assertThat(List.of(order, accepted)).doesNotHaveDuplicates();
    }

    @Test
    void isWhereColleaguesBeginWhereverInTheShopTheyCameFrom() {
        String shopper = TwoReplicas.member().phone();
        String colleague = hired("cashier").member().phone();

        assertThat(signedInFromTheCart(shopper)).hasValue("/cart");
        assertThat(signedInFromTheCart(colleague)).hasValue("/office");
    }

    private static Optional<String> signedInFromTheCart(String phone) {
        Visitor visitor = TwoReplicas.visitor().with("Accept", "text/html");
        visitor.get("/login?from=%2Fcart");
        return Visitor.location(visitor.signIn(phone, TwoReplicas.PASSWORD));
    }

    @Test
    void saysThatNothingIsTheirsToWhoMayNothing() {
        assertThat(hired(null).signedIn().get("/office").body()).contains("Nothing here is yours to do");
    }

    @Test
    void showsTheSameNumbersAsAChartAndAsATable() {
        Orders.accepted(shop);

        String page = hired("owner").signedIn().get("/office").body();

        assertThat(page).contains("role=\"img\"", "<details", "Orders and takings by day");
        assertThat(page.split("<rect ", -1)).hasSize(2 * 30 + 1);
        assertThat(page.split("<tr><th scope=\"row\">", -1)).hasSize(30 + 1);
    }

    @Test
    void tellsOfANewOrderWithoutAJumpAndCountsItInTheTitle() {
        String first = Orders.placed(shop);
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = Orders.signIn(browser, hired("cashier"));
            assertThat(page.locator("#waits")).isVisible();
            int rows = page.locator("[data-row]").count();
            String before = page.title();

            String order = Orders.placed(shop);

            assertThat(page.locator("#news")).hasText(Pattern.compile("\\d+ new orders?"));
            assertThat(page.locator("[data-row]")).hasCount(rows);
            assertThat(page.title()).matches("\\(\\d+\\) What waits.*").isNotEqualTo(before);
            page.locator("#news").click();
            assertThat(page.locator("#news")).isHidden();
            assertThat(browser.complaints()).isEmpty();
            assertThat(List.of(first, order)).doesNotHaveDuplicates();
        }
    }

    @Test
    void playsASoundOnlyWhereItIsSwitchedOn() {
        Orders.placed(shop);
        try (Browser browser = Browser.on(Screen.LAPTOP, ColorScheme.DARK)) {
            Page page = Orders.signIn(browser, hired("cashier"));
            noteTones(page);
            Orders.placed(shop);
            assertThat(page.locator("#news")).isVisible();
            assertThat(page.evaluate("() => window.tones")).isEqualTo(0);

            page.click("#sound");
            page.reload();
            noteTones(page);

            assertThat(page.locator("#sound")).hasAttribute("aria-pressed", "true");
            Orders.placed(shop);
            page.waitForFunction("() => window.tones > 0");
        }
    }

    private static void noteTones(Page page) {
        page.evaluate("""
                () => {
                  window.tones = 0;
                  window.OscillatorNode = class extends OscillatorNode {
                    start(at) { window.tones += 1; super.start(at); }
                  };
                }
                """);
    }
}
