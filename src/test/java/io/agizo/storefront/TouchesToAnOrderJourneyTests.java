package io.agizo.storefront;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.agizo.signin.TwoReplicas.freshPhone;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.signin.TwoReplicas;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How often somebody who never was here touches the screen of their phone until two things are ordered. */
class TouchesToAnOrderJourneyTests {

    private static final int MOST = 6;

    private static final Pattern ORDER = Pattern.compile(".*/orders/[A-Za-z0-9_-]{16}[0-9A-Z]{7}");

    /** The browser counts by itself, so that no press of the test is forgotten. */
    private static final String COUNT = """
            addEventListener('pointerdown', touch => {
              if (touch.isTrusted) localStorage.touches = Number(localStorage.touches ?? 0) + 1;
            }, true);
            """;

    @Test
    void areFew() {
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            browser.begin(COUNT);
            Page page = browser.open(TwoReplicas.url() + "/");
            Locator add = page.locator("button[id^='more-']:enabled");
            add.nth(0).click();
            add.nth(1).click();
            assertThat(page.locator("#cart-link")).containsText("2");
            page.click("#cart-link");
            page.click("main a[href='/checkout']");
            page.click("[name=name]");
            page.keyboard().type("Amina Otieno");
            // The key of a phone's keyboard that leads to the next field.
            page.keyboard().press("Tab");
            page.keyboard().type(freshPhone());
            page.click("button.place");

            assertThat(page).hasURL(ORDER);
            assertThat(page.locator(".bought .units")).hasCount(2);
            assertThat((int) page.evaluate("Number(localStorage.touches)")).isEqualTo(MOST);
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
