package io.agizo.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.agizo.office.Colleagues.hired;
import static io.agizo.office.Till.orders;
import static io.agizo.office.Till.product;
import static io.agizo.office.Till.scan;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.agizo.Browser;
import io.agizo.office.Colleagues.Colleague;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The till as its cashier works with it: scanner, keys and words. */
class TillJourneyTests {

    private final Colleague cashier = hired("cashier");
    private final String sku = product(10);

    @Test
    void sellsThreeScannedItemsWithTwoKeysMore() {
        String second = product(3, List.of("0036000291452"));
        try (Till till = Till.onLaptop()) {
            till.signIn(cashier);
            Page page = till.open();
            scan(page, sku);
            scan(page, sku);
            scan(page, second.toLowerCase());
            assertThat(page.locator("#till-lines li")).hasCount(2);
            assertThat(page.locator("#till-total")).hasText("300.00");
            look(page, "counter-sale");
            page.keyboard().press("Enter");
            look(page, "counter-paying");
            page.keyboard().press("Enter");

            assertThat(page.locator("#till-number")).hasText(Pattern.compile("\\w{4}-\\w{3,4}"));
            look(page, "counter-finished");
            assertThat(orders(cashier)).isOne();
            scan(page, "036000291452");
            assertThat(page.locator("#till-finished")).isHidden();
            assertThat(page.locator("#till-lines li")).hasCount(1);
            assertThat(till.browser().complaints()).isEmpty();
        }
    }

    @Test
    void findsGoodsByBothTheirNamesAndShowsThemInTheLanguageOfThePage() {
        Till.translate(sku, "Bidhaa " + sku);
        try (Till till = Till.onLaptop()) {
            till.signIn(cashier);
            till.browser().open(till.line().url("/office?lang=sw")).close();
            Page page = till.open();
            for (String word : List.of("bidhaa ", "bidhhaa ", "goods ")) {
                page.fill("#till-code", word + sku);
                assertThat(page.locator("#till-goods strong")).hasText("Bidhaa " + sku);
            }
            page.fill("#till-code", "");
            page.click("#till-categories button:has-text('Aina " + sku + "')");
            assertThat(page.locator("#till-goods strong")).hasText("Bidhaa " + sku);
            page.click("#till-goods button");
            assertThat(page.locator("#till-lines strong")).hasText("Bidhaa " + sku);
        }
    }

    @Test
    void aScanPressesNothingAndStaysOutOfFields() {
        try (Till till = Till.onLaptop()) {
            till.signIn(cashier);
            Page page = till.open();
            scan(page, sku);
            page.focus("#till-park");
            burst(page, sku);
            assertThat(page.locator("#till-parked button")).hasCount(0);
            assertThat(page.locator("#till-lines input")).hasValue("2");
            page.focus("#till-code");
            page.keyboard().press("Enter");
            page.fill("#till-cash", "5");
            burst(page, "0000123456789");
            assertThat(page.locator("#till-cash")).hasValue("5");
            assertThat(page.locator("#till-said")).containsText("Nothing has the code");
            assertThat(orders(cashier)).isZero();
        }
    }

    @Test
    void findsByWordsThatAreNearlyRightAndByThePriceOfManyKeys() {
        try (Till till = Till.onLaptop()) {
            till.signIn(cashier);
            Page page = till.open();
            page.fill("#till-code", "3*" + sku.replace("TILL-", "goods till "));
            page.keyboard().press("Enter");
            assertThat(page.locator("#till-lines input")).hasValue("3");
            page.focus("#till-code");
            page.keyboard().press("+");
            assertThat(page.locator("#till-lines input")).hasValue("4");
            page.fill("#till-code", sku);
            assertThat(page.locator("#till-goods [data-sku='" + sku + "']")).hasAttribute("data-taken", "4");
            page.fill("#till-code", "gods till");
            assertThat(page.locator("#till-goods button").first()).isVisible();
        }
    }

    private static void burst(Page page, String code) {
        page.evaluate("""
                code => [...code, 'Enter'].forEach(key => {
                  const on = document.activeElement;
                  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
                  if (on.dispatchEvent(event) && key === 'Enter' && on.tagName === 'BUTTON') on.click();
                  else if (!event.defaultPrevented && key.length === 1 && on.tagName === 'INPUT') on.value += key;
                })""", code);
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "pictures", "office", name + ".png")));
        assertThat(Browser.barriers(page)).isEmpty();
    }
}
