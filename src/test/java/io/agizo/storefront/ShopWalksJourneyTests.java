package io.agizo.storefront;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.agizo.signin.TwoReplicas.freshPhone;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.shared.Sku;
import io.agizo.signin.TwoReplicas;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A guest from the shelf to an order that is cancelled, taken up again and forgotten: on each screen, in each language, with and without scripts. */
class ShopWalksJourneyTests {

    private static final Pattern ORDER = Pattern.compile(".*/orders/[A-Za-z0-9_-]{16}[0-9A-Z]{7}");

    private final Sku tea = Goods.fresh("450.00", 3);
    private final String phone = freshPhone();

    @ParameterizedTest
    @CsvSource({
        "PHONE, en, true", "PHONE, en, false", "PHONE, sw, true", "PHONE, sw, false",
        "LAPTOP, en, true", "LAPTOP, en, false", "LAPTOP, sw, true", "LAPTOP, sw, false"
    })
    void goesAllTheWay(Screen screen, String language, boolean scripts) {
        ResourceBundle orders = ResourceBundle.getBundle("messages/shop-order", Locale.of(language));
        ResourceBundle shop = ResourceBundle.getBundle("messages/shop", Locale.of(language));
        try (Browser browser =
                scripts ? Browser.on(screen, ColorScheme.LIGHT) : Browser.withoutScripts(screen, ColorScheme.LIGHT)) {
            Page page = browser.open(TwoReplicas.url() + "/?lang=" + language);
            page.fill("#q", tea.value());
            page.press("#q", "Enter");
            page.waitForURL(url -> url.contains("q=" + tea));
            page.click("#more-" + tea);
            assertThat(page.locator("#p-" + tea + " output")).hasText("1");
            page.click("#more-" + tea);
            assertThat(page.locator("#p-" + tea + " output")).hasText("2");
            fits(page);

            Goods.take(tea, 2);
            page.click("#cart-link");
            assertThat(page.locator("#told-" + tea)).isVisible();
            fits(page);
            page.click("#told-" + tea + " button");
            assertThat(page.locator("#told-" + tea)).hasCount(0);
            assertThat(page.locator(".cart-price")).containsText("450.00");

            page.click("main a[href='/checkout']");
            page.fill("[name=name]", "Amina Otieno");
            page.fill("[name=phone]", "0711");
            page.click("button.place");
            assertThat(page.locator("#phone-fault")).isVisible();
            browser.takeComplaints();
            fits(page);
            page.fill("[name=phone]", phone);
            page.click("button.place");
            assertThat(page).hasURL(ORDER);
            fits(page);
            String order = page.url();

            page.click("#cancel summary");
            page.click("#cancel button.danger");
            assertThat(page.locator("#progress .chip")).hasText(orders.getString("follow.status.cancelled"));
            page.click("form.again button");
            assertThat(page.locator("h1")).hasText(shop.getString("cart.title"));
            assertThat(page.locator(".cart-price")).containsText("450.00");

            page.navigate(order);
            page.click("a[href$='/erase']");
            page.click("form[action$='/code'] button");
            page.fill("[name=code]", code());
            fits(page);
            page.click("button.danger");
            assertThat(page.locator(".notice")).containsText(forgotten(orders));
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static String forgotten(ResourceBundle words) {
        return words.getString("follow.erased").replaceFirst(".*\\{0}", "").strip();
    }

    private String code() {
        return Shopper.sql()
                .sql("select body from message where phone = ? order by id desc limit 1")
                .param(phone)
                .query(String.class)
                .single()
                .replaceFirst("(?s).*?([0-9]{6}).*", "$1");
    }

    private static void fits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("too wide: %s", page.url())
                .isEqualTo(0);
    }
}
