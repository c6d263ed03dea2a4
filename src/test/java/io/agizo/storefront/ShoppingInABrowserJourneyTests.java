package io.agizo.storefront;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.shared.Sku;
import io.agizo.signin.TwoReplicas;
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
            assertThat(page.locator("#undo")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator(".cart-price")).containsText("4,500.00");
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

    private static String address(String path) {
        return TwoReplicas.shop().uri(path).toString();
    }
}
