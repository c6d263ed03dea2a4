package io.agizo.storefront;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.agizo.signin.TwoReplicas.bean;
import static io.agizo.signin.TwoReplicas.freshPhone;
import static io.agizo.storefront.Shopper.ordersOf;
import static io.agizo.storefront.Shopper.price;
import static io.agizo.storefront.Shopper.stocked;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.cart.CartId;
import io.agizo.cart.Carts;
import io.agizo.orders.DecideOrder;
import io.agizo.orders.FulfilOrder;
import io.agizo.orders.OrderFixtures;
import io.agizo.orders.OrderNumber;
import io.agizo.shared.Sku;
import io.agizo.signin.TwoReplicas;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ordering, and following the order, in a real browser. */
class OrderingInABrowserJourneyTests {

    private static final Pattern ORDER = Pattern.compile(".*/orders/[A-Za-z0-9_-]{16}[0-9A-Z]{7}");

    private static Page checkout(Browser browser, String sku, int quantity) {
        CartId cart = bean(Carts.class).open().id();
        bean(Carts.class).put(cart, new Sku(sku), quantity, null);
        browser.plant(TwoReplicas.url(), "cart", cart.secret());
        return browser.open(TwoReplicas.url() + "/checkout");
    }

    private static void fill(Page page, String name, String phone) {
        page.fill("[name=name]", name);
        page.fill("[name=phone]", phone);
    }

    private static void press(Page page) {
        page.click("button.place");
    }

    private static OrderNumber number(Page page) {
        return new OrderNumber(page.locator(".big-number").textContent());
    }

    @ParameterizedTest
    @EnumSource
    void ordersAsAGuestAndSeesTheOrderMove(Screen screen) {
        String sku = stocked(10);
        try (Browser browser = Browser.on(screen, ColorScheme.LIGHT)) {
            Page page = checkout(browser, sku, 2);
            assertThat(Browser.barriers(page)).isEmpty();
            page.fill("[name=name]", "Amina Otieno");
            page.fill("[name=phone]", "0711000123");
            page.locator("[name=phone]").blur();
            assertThat(page.locator("#phone-told")).containsText("+254 711 000123");

            press(page);
            assertThat(page).hasURL(ORDER);
            assertThat(page.locator(".thanks")).containsText("Thank you! We have your order.");
            assertThat(Browser.barriers(page)).isEmpty();
            bean(DecideOrder.class).accept(OrderFixtures.CLERK, number(page), null);

            assertThat(page.locator("#progress .chip")).hasText("Accepted");
            assertThat(page.locator("#cancel")).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void isNeitherThankedNorAskedToPayOnceTheShopDoesNotTakeTheOrder() {
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = checkout(browser, stocked(10), 1);
            fill(page, "Amina", freshPhone());
            press(page);
            assertThat(page.locator(".thanks .seal")).isVisible();
            assertThat(page.locator(".own-words")).isVisible();
            bean(DecideOrder.class).reject(OrderFixtures.CLERK, number(page), null, "The lorry broke down");

            assertThat(page.locator("#progress .chip")).hasText("Rejected");
            assertThat(page.locator(".thanks, .seal, .own-words")).hasCount(0);
            assertThat(page.locator("h1")).containsText("Order");
            assertThat(Browser.barriers(page)).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void isLedFromWhatCannotBePressedAnyMoreToHowFarTheOrderIs() {
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = checkout(browser, stocked(10), 1);
            fill(page, "Amina", freshPhone());
            press(page);
            page.click("#cancel summary");
            page.locator("#cancel button.danger").focus();
            bean(DecideOrder.class).accept(OrderFixtures.CLERK, number(page), null);

            assertThat(page.locator("#progress .chip")).hasText("Accepted");
            assertThat(page.locator("#cancel")).isEmpty();
            assertThat(page.locator("#progress")).isFocused();
            bean(FulfilOrder.class).fulfil(OrderFixtures.CLERK, number(page), null, null);

            assertThat(page.locator("#progress .chip")).hasText("Fulfilled");
            assertThat(page.locator("#progress")).isFocused();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void ordersWithOnePressSignedInAndCancels() {
        String sku = stocked(10);
        var member = TwoReplicas.member();
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.DARK)) {
            Page page = browser.open(TwoReplicas.url() + "/login?lang=sw");
            page.fill("[name=username]", member.phone());
            page.fill("[name=password]", TwoReplicas.PASSWORD);
            page.click("form[action='/login'] button");
            page.waitForURL("**/account");
            page = checkout(browser, sku, 1);
            assertThat(page.locator("h1")).hasText("Agizo lako");
            assertThat(page.locator("#cart-link .count")).hasCSS("clip-path", "none");

            press(page);
            assertThat(page).hasURL(ORDER);
            page.click("#cancel summary");
            page.click("#cancel button.danger");

            assertThat(page.locator("#progress")).containsText("Agizo hili limeghairiwa");
            assertThat(page).hasURL(ORDER);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void ordersAndCancelsWithoutScripts() {
        String sku = stocked(10);
        try (Browser browser = Browser.withoutScripts(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = checkout(browser, sku, 1);
            fill(page, "Amina", "nonsense");
            press(page);
            assertThat(page.locator("#phone-fault")).isVisible();
            assertThat(page.locator("[name=name]")).hasValue("Amina");
            page.fill("[name=phone]", freshPhone());
            press(page);
            assertThat(page).hasURL(ORDER);
            page.click("#cancel summary");
            page.click("#cancel button.danger");

            assertThat(page.locator("#progress")).containsText("This order is cancelled");
        }
    }

    @Test
    void isLedToTheFirstFault() {
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = checkout(browser, stocked(10), 1);
            page.fill("[name=phone]", "0711");
            press(page);

            assertThat(page.locator("[name=name]")).isFocused();
            assertThat(page.locator("[name=phone]")).hasValue("0711");
            assertThat(Browser.barriers(page)).isEmpty();
        }
    }

    @Test
    void hasOneOrderHoweverTheButtonIsPressed() {
        String sku = stocked(10);
        try (Browser browser = Browser.on(Screen.LAPTOP, ColorScheme.LIGHT)) {
            Page page = checkout(browser, sku, 1);
            fill(page, "Amina", freshPhone());
            page.dblclick("button.place");
            assertThat(page).hasURL(ORDER);
            String order = page.url();

            page.goBack();
            page.waitForURL(
                    url -> url.endsWith("/checkout") || ORDER.matcher(url).matches());
            if (page.url().endsWith("/checkout")) {
                fill(page, "Amina", freshPhone());
                press(page);
            }

            assertThat(page).hasURL(order);
            assertThat(ordersOf(sku)).isEqualTo(1);
        }
    }

    @Test
    void readsTheTruthWhenAnotherTakesTheLastUnit() {
        String sku = stocked(1);
        try (Browser first = Browser.on(Screen.PHONE, ColorScheme.LIGHT);
                Browser second = Browser.on(Screen.LAPTOP, ColorScheme.DARK)) {
            Page one = checkout(first, sku, 1);
            Page other = checkout(second, sku, 1);
            fill(one, "Amina", freshPhone());
            fill(other, "Baraka", freshPhone());

            press(one);
            assertThat(one).hasURL(ORDER);
            press(other);

            assertThat(other.locator(".bought")).containsText("Sold out");
            assertThat(other.locator("h1")).hasText("Your order");
            assertThat(Browser.barriers(other)).isEmpty();
            assertThat(ordersOf(sku)).isEqualTo(1);
        }
    }

    @Test
    void readsTheNewPriceBeforeItIsCharged() {
        String sku = stocked(10);
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.DARK)) {
            Page page = checkout(browser, sku, 2);
            fill(page, "Amina", freshPhone());
            price(sku, "500");
            press(page);
            assertThat(page.locator(".bought .says")).hasText("Was 450.00 each, now 500.00");
            assertThat(Browser.barriers(page)).isEmpty();

            press(page);
            assertThat(page).hasURL(ORDER);
            assertThat(page.locator(".bought .total")).containsText("1,000.00");
        }
    }

    @Test
    void tellsNoOtherPageWhereItComesFrom() {
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = checkout(browser, stocked(10), 1);
            fill(page, "Amina", freshPhone());
            press(page);
            assertThat(page).hasURL(ORDER);

            page.click("a.brand");
            page.waitForURL(TwoReplicas.url() + "/");

            assertThat(page.evaluate("document.referrer")).isEqualTo("");
        }
    }
}
