package io.agizo.storefront;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.shared.Sku;
import io.agizo.signin.TwoReplicas;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shelf and the cart in a browser that runs scripts: nothing jumps, everything is said, and numbers are true. */
class ShoppingInABrowserJourneyTests {

    @Test
    void fillsTheCartFromTheShelfWithoutLeavingIt() {
        Sku tea = Goods.fresh("450.00", 10);
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = browser.open(address("/?q=" + tea));

            page.click("#more-" + tea);
            assertThat(page.locator("#p-" + tea + " output")).hasText("1");
            assertThat(page.locator("#more-" + tea)).isFocused();
            page.keyboard().press("Enter");

            assertThat(page.locator("#p-" + tea + " output")).hasText("2");
            assertThat(page.locator("#said")).containsText("2 things in the cart, KES 900.00");
            assertThat(page.locator("#cart-link .count")).hasText("2");
            assertThat(page.locator("#cart-bar")).containsText("900.00");
            page.click("#less-" + tea);
            page.click("#less-" + tea);
            assertThat(page.locator("#more-" + tea)).containsText("Add");
            assertThat(page.locator("#cart-bar")).isHidden();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void changesTheCartWithoutLosingTheFocus() {
        Sku tea = Goods.fresh("450.00", 10);
        try (Browser browser = Browser.on(Screen.LAPTOP, ColorScheme.DARK)) {
            Page page = browser.open(address("/products/" + tea));
            page.fill("#quantity", "3");
            page.click("#add");
            assertThat(page.locator(".in-cart")).containsText("3 in your cart.");
            page.click(".in-cart a");

            page.click("#more-" + tea);
            assertThat(page.locator(".cart-price")).containsText("1,800.00");
            assertThat(page.locator("#more-" + tea)).isFocused();
            page.fill("#quantity-" + tea, "12");
            page.keyboard().press("Tab");
            assertThat(page.locator("#told-" + tea)).containsText("Only 10 left, you have 12.");
            page.click("text=Take 10");
            assertThat(page.locator(".cart-price")).containsText("4,500.00");
            page.click(".cart-remove button");
            assertThat(page.locator("#cart:not(.htmx-settling) #undo")).isFocused();
            assertThat(page.locator("#said")).containsText("Goods " + tea + " was taken out.");
            page.keyboard().press("Enter");
            assertThat(page.locator(".cart-price")).containsText("4,500.00");
            assertThat(page.locator("#quantity-" + tea)).isFocused();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void showsWhatIsLeftWhileOthersBuy() {
        Sku tea = Goods.fresh("450.00", 8);
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = browser.open(address("/products/" + tea));
            assertThat(page.locator("#left")).hasText("8 left");

            Goods.take(tea, 5);
            assertThat(page.locator("#left")).hasText("Last 3");
            Goods.take(tea, 3);

            assertThat(page.locator("#left")).hasText("Sold out");
            assertThat(page.locator("#add")).hasCount(0);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void tellsOfAPriceWhileSomebodyLooksAtIt() {
        Sku tea = Goods.fresh("450.00", 8);
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = browser.open(address("/products/" + tea));
            page.click("#add");
            assertThat(page.locator(".in-cart")).containsText("1 in your cart.");
            Goods.price(tea, "500.00");
            assertThat(page.locator("#price")).containsText("500.00");

            page.navigate(address("/cart"));
            page.click("#more-" + tea);
            assertThat(page.locator(".cart-price")).containsText("1,000.00");
            Goods.price(tea, "600.00");
            assertThat(page.locator("#told-" + tea)).containsText("The price was 500.00 and is now 600.00");
            assertThat(page.locator("#more-" + tea)).isFocused();

            Goods.hide(tea);
            assertThat(page.locator("#told-" + tea)).containsText("No longer for sale");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void saysThatWhatIsInTheCartHasSoldOut() {
        Sku tea = Goods.fresh("450.00", 3);
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = browser.open(address("/products/" + tea));
            page.click("#add");
            assertThat(page.locator(".in-cart")).containsText("1 in your cart.");
            Goods.take(tea, 3);
            page.reload();

            assertThat(page.locator(".caution")).containsText("Sold out");
            assertThat(page.locator(".in-cart .icon")).hasCount(0);
        }
    }

    @Test
    void putsSuggestionsAwayAndKeepsWhatWasTyped() {
        Sku tea = Goods.fresh("450.00", 8);
        try (Browser browser = Browser.on(Screen.LAPTOP, ColorScheme.LIGHT)) {
            Page page = browser.open(address("/"));
            page.locator("#q").pressSequentially(tea.value());
            page.locator(".suggestions a").first().waitFor();
            page.keyboard().press("ArrowDown");

            page.keyboard().press("Escape");

            assertThat(page.locator(".suggestions a")).hasCount(0);
            assertThat(page.locator("#q")).isFocused();
            assertThat(page.locator("#q")).hasValue(tea.value());
        }
    }

    @Test
    void showsTheTrueCountAfterGoingBack() {
        Sku tea = Goods.fresh("450.00", 8);
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = browser.open(address("/?q=" + tea));
            page.click(".product-link");
            page.click("#add");
            assertThat(page.locator("#cart-link .count")).hasText("1");

            page.goBack();

            assertThat(page.locator("#cart-link .count")).hasText("1");
            assertThat(page.locator("#p-" + tea + " output")).hasText("1");
        }
    }

    @Test
    void addsWithoutLeavingTheShelfWhilePicturesAreStillComing() {
        Sku tea = Goods.fresh("450.00", 10);
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            browser.begin("""
                    addEventListener('DOMContentLoaded', () => {
                      if (!document.querySelector('#late')) document.body.insertAdjacentHTML('beforeend', '<img id="late" src="/late" alt="">');
                    })""");
            Page page = browser.open("about:blank");
            page.route("**/late", route -> {});
            page.navigate(
                    address("/?q=" + tea), new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
            page.locator("#late").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            page.evaluate("window.stayed = true");

            page.click("#more-" + tea);

            assertThat(page.locator("#p-" + tea + " output")).hasText("1");
            assertThat(page.evaluate("[document.readyState, window.stayed]")).isEqualTo(List.of("interactive", true));
        }
    }

    @Test
    void addsWithAPageOfItsOwnWhereTheScriptDoesNotCome() {
        Sku tea = Goods.fresh("450.00", 10);
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = browser.open("about:blank");
            page.clock().install();
            page.route("**/htmx.min-*.js", route -> {});
            page.navigate(address("/?q=" + tea));

            page.click("#more-" + tea);
            page.clock().runFor(3000);

            assertThat(page.locator("#p-" + tea + " output")).hasText("1");
        }
    }

    @Test
    void saysWhenAPressDidNotReachTheShopOrWasRefusedByIt() {
        Sku tea = Goods.fresh("450.00", 10);
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = browser.open(address("/?q=" + tea));
            page.route("**/cart/lines", Route::abort);
            page.click("#more-" + tea);
            assertThat(page.locator("#said .toast")).containsText("That did not reach the shop.");

            page.unroute("**/cart/lines");
            page.click("#more-" + tea);
            assertThat(page.locator("#p-" + tea + " output")).hasText("1");
            assertThat(page.locator("#said .toast")).hasCount(0);

            page.context().clearCookies();
            page.click("#more-" + tea);
            assertThat(page.locator("#said .toast")).containsText("The page was open for too long");
        }
    }

    private static String address(String path) {
        return TwoReplicas.shop().uri(path).toString();
    }
}
