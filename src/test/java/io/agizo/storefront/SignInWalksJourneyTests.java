package io.agizo.storefront;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.shared.Sku;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.TwoReplicas.Member;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody who signs in, or opens an account, in the middle of shopping, and goes on where they were with what they had. */
class SignInWalksJourneyTests {

    private static final Pattern ORDER = Pattern.compile(".*/orders/[A-Za-z0-9_-]{16}[0-9A-Z]{7}");
    private static final Pattern CHECKOUT = Pattern.compile(".*/checkout");
    private static final Pattern CODE = Pattern.compile(".*/login/code");

    private final Sku tea = Goods.fresh("450.00", 10);

    @ParameterizedTest
    @CsvSource({
        "PHONE, en, true", "PHONE, sw, false",
        "LAPTOP, en, false", "LAPTOP, sw, true"
    })
    void opensAnAccountFromTheHeader(Screen screen, String language, boolean scripts) {
        try (Browser browser = browser(screen, scripts)) {
            Page page = findsTea(browser, language);
            page.click(".top-links a[href^='/login']");
            register(page, TwoReplicas.freshPhone());

            assertThat(page).hasURL(Pattern.compile(".*/\\?.*q=" + tea + ".*"));
            assertThat(page.locator(".top-links a[href='/account']")).isVisible();
            assertThat(page.locator("#p-" + tea + " output")).hasText("1");
            page.click("#cart-link");
            page.click("main a[href='/checkout']");
            ordersWithOnePress(page, language);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE, en, false", "PHONE, sw, true",
        "LAPTOP, en, true", "LAPTOP, sw, false"
    })
    void opensAnAccountAtTheCheckout(Screen screen, String language, boolean scripts) {
        try (Browser browser = browser(screen, scripts)) {
            Page page = leavesTheCheckout(browser, language);
            register(page, TwoReplicas.freshPhone());

            assertThat(page).hasURL(CHECKOUT);
            ordersWithOnePress(page, language);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE, en, true, false", "PHONE, sw, false, true",
        "LAPTOP, en, false, true", "LAPTOP, sw, true, false",
        "PHONE, sw, true, true", "LAPTOP, en, true, true"
    })
    void signsInAtTheCheckoutAndOrdersAgainLater(Screen screen, String language, boolean scripts, boolean byCode) {
        Member amina = TwoReplicas.member();
        try (Browser browser = browser(screen, scripts)) {
            Page page = leavesTheCheckout(browser, language);
            fits(page);
            if (byCode) {
                page.click("a[href='/login?way=code']");
                page.fill("[name=phone]", amina.phone());
                page.click("form[action='/login/sms'] button");
                typeCode(page, amina.phone());
            } else {
                page.fill("[name=username]", amina.phone());
                page.fill("[name=password]", TwoReplicas.PASSWORD);
                page.click("form[action='/login'] button");
            }
            assertThat(page).hasURL(CHECKOUT);
            ordersWithOnePress(page, language);
            String first = page.url();

            page.click(".top-links a[href='/account']");
            fits(page);
            page.click("form[action$='/again'] button");
            assertThat(page.locator("h1")).hasText(words("shop", language).getString("cart.title"));
            assertThat(page.locator(".cart-price")).containsText("450.00");
            page.click("main a[href='/checkout']");
            ordersWithOnePress(page, language);
            assertThat(page.url()).isNotEqualTo(first);
            assertThat(browser.complaints()).isEmpty();
        }
        assertThat(Shopper.ordersOf(tea.value())).isEqualTo(2);
    }

    private static Browser browser(Screen screen, boolean scripts) {
        return scripts ? Browser.on(screen, ColorScheme.LIGHT) : Browser.withoutScripts(screen, ColorScheme.LIGHT);
    }

    private Page findsTea(Browser browser, String language) {
        Page page = browser.open(TwoReplicas.url() + "/?lang=" + language);
        page.fill("#q", tea.value());
        page.press("#q", "Enter");
        page.waitForURL(url -> url.contains("q=" + tea));
        page.click("#more-" + tea);
        assertThat(page.locator("#p-" + tea + " output")).hasText("1");
        return page;
    }

    private Page leavesTheCheckout(Browser browser, String language) {
        Page page = findsTea(browser, language);
        page.click("#cart-link");
        page.click("main a[href='/checkout']");
        fits(page);
        page.click("main a[href^='/login']");
        return page;
    }

    private static void register(Page page, String phone) {
        page.click(".asides a[href='/signup']");
        page.fill("[name=name]", "Amina Otieno");
        page.fill("[name=phone]", phone);
        page.fill("[name=password]", TwoReplicas.PASSWORD);
        fits(page);
        page.click("form[action='/signup'] button.main");
        typeCode(page, phone);
    }

    private static void typeCode(Page page, String phone) {
        assertThat(page).hasURL(CODE);
        page.fill("[name=code]", TwoReplicas.code(phone));
        page.click("form[action='/login/code'] button");
    }

    private void ordersWithOnePress(Page page, String language) {
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator(".who")).containsText("Amina");
        assertThat(page.locator(".bought .what")).containsText(tea.value());
        fits(page);
        page.click("button.place");
        assertThat(page).hasURL(ORDER);
    }

    private static ResourceBundle words(String file, String language) {
        return ResourceBundle.getBundle("messages/" + file, Locale.of(language));
    }

    private static void fits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("too wide: %s", page.url())
                .isEqualTo(0);
    }
}
