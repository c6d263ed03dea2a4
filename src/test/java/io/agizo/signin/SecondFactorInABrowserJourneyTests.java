package io.agizo.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.Assertions;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.Test;

/** An authenticator app that is set up, and lost, with nothing but the pages. */
class SecondFactorInABrowserJourneyTests {

    private final TwoReplicas.Member amina = TwoReplicas.member();

    @Test
    void isDoneWithoutByACodeThatWasWrittenDown() throws InvalidKeyException {
        String writtenDown = setUp();
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = signIn(browser);
            assertThat(page.locator("h1")).hasText("One more step");

            page.click("summary");
            page.fill("#written-down", writtenDown);
            Assertions.assertThat(Browser.barriers(page)).isEmpty();
            page.click("details button");

            assertThat(page).hasURL(Pattern.compile(".*/account"));
            Assertions.assertThat(browser.complaints()).isEmpty();
        }
    }

    private String setUp() throws InvalidKeyException {
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = signIn(browser);
            page.navigate(TwoReplicas.url() + "/account/authenticator");
            page.fill("input[name=code]", code(page.locator("code.secret").textContent()));
            page.fill("input[name=present]", TwoReplicas.PASSWORD);
            page.click("form[action='/account/authenticator'] button");
            assertThat(page.locator(".codes li")).hasCount(10);
            Assertions.assertThat(Browser.barriers(page)).isEmpty();
            Assertions.assertThat(browser.complaints()).isEmpty();
            return page.locator(".codes li").first().textContent();
        }
    }

    private Page signIn(Browser browser) {
        Page page = browser.open(TwoReplicas.url() + "/login");
        page.fill("input[name=username]", amina.phone());
        page.fill("input[name=password]", TwoReplicas.PASSWORD);
        page.click("form[action='/login'] button");
        return page;
    }

    private static String code(String secret) throws InvalidKeyException {
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(new SecretKeySpec(Base32.decode(secret), "HmacSHA1"), Instant.now());
    }
}
