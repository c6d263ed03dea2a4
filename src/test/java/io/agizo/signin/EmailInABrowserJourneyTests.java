package io.agizo.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** An e-mail address of the demo, proved with nothing but its pages. */
class EmailInABrowserJourneyTests {

    private static final String ADDRESS = "browser@example.com";

    @Test
    void isProvedByTheLinkOnThePageOfMails() {
        String shop = TwoReplicas.url();
        TwoReplicas.Member amina = TwoReplicas.member();
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = browser.open(shop + "/login");
            page.fill("input[name=username]", amina.phone());
            page.fill("input[name=password]", TwoReplicas.PASSWORD);
            page.click("form[action='/login'] button");
            page.click("a[href='/account/details']");
            page.fill("input[name=email]", ADDRESS);
            page.fill("input[name=present]", TwoReplicas.PASSWORD);
            page.click("form[action='/account/details'] button");
            assertThat(page.locator("main")).containsText("We have mailed you a link");
            assertThat(page.locator("main")).not().containsText(ADDRESS);

            page.navigate(shop + "/mails");
            String link = page.locator("article:has-text('" + ADDRESS + "') a")
                    .first()
                    .getAttribute("href");
            page.navigate(link.replaceFirst("http://[^/]+", shop));
            assertThat(page.locator("h1")).hasText("Is this your address?");
            Assertions.assertThat(Browser.barriers(page)).isEmpty();
            page.click("form[action='/account/email'] button");

            assertThat(page).hasURL(Pattern.compile(".*/account"));
            assertThat(page.locator("main")).containsText(ADDRESS);
            Assertions.assertThat(browser.complaints()).isEmpty();
        }
    }
}
