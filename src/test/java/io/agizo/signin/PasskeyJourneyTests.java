package io.agizo.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agizo.Agizo;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.TestDatabase;
import io.agizo.accounts.OpenAccount;
import io.agizo.accounts.PasswordHashes;
import io.agizo.shared.PhoneNumber;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A passkey in a real browser, whose device is a virtual one. */
class PasskeyJourneyTests {

    private static final String PHONE = "+254711000042";
    private static final Pattern ACCOUNT = Pattern.compile(".*/account");

    private final int port = freePort();
    private final ConfigurableApplicationContext shop = start();
    private final String url = "http://localhost:" + port;

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void isMadeRenamedSignsInAndIsRemoved() {
        var account = shop.getBean(OpenAccount.class).open(new PhoneNumber(PHONE), "Amina", "en");
        String hash = shop.getBean(PasswordEncoder.class).encode(TwoReplicas.PASSWORD);
        shop.getBean(PasswordHashes.class).replace(account.id(), hash);

        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = browser.open(url + "/login");
            plugIn(page);
            page.fill("input[name=username]", PHONE);
            page.fill("input[name=password]", TwoReplicas.PASSWORD);
            page.click("form[action='/login'] button");
            assertThat(page).hasURL(ACCOUNT);

            page.click("summary:has-text('Add a passkey')");
            page.fill("#passkey-label", "Red phone");
            page.click("[data-passkey=register] button");
            assertThat(page.locator("[data-passkey=register] [role=alert]")).isVisible();
            page.fill("#passkey-present", TwoReplicas.PASSWORD);
            page.click("[data-passkey=register] button");
            assertThat(page.locator("li:has-text('Red phone')")).isVisible();
            Assertions.assertThat(texts()).contains("a passkey was added");

            page.click("li:has-text('Red phone') summary:has-text('Rename')");
            page.fill("li:has-text('Red phone') input[name=label]", "Blue phone");
            page.click("li:has-text('Red phone') form[action$='/rename'] button");
            assertThat(page.locator("li:has-text('Blue phone')")).isVisible();

            String before = session(page);
            page.navigate(url + "/login");
            page.click("[data-passkey=sign-in] button");
            assertThat(page).hasURL(ACCOUNT);
            Assertions.assertThat(session(page)).isNotEqualTo(before);
            page.click("form[action='/logout'] button");

            page.navigate(url + "/login");
            page.click("[data-passkey=sign-in] button");
            assertThat(page).hasURL(ACCOUNT);

            page.click("li:has-text('Blue phone') summary:has-text('Remove')");
            page.fill("li:has-text('Blue phone') input[name=present]", TwoReplicas.PASSWORD);
            page.click("li:has-text('Blue phone') form[action$='/remove'] button");
            assertThat(page.locator("li:has-text('Blue phone')")).hasCount(0);
            Assertions.assertThat(texts()).contains("a passkey was taken off");
            page.click("form[action='/logout'] button");
            page.navigate(url + "/login");
            page.click("[data-passkey=sign-in] button");
            assertThat(page.locator("[data-passkey=sign-in] [role=alert]")).isVisible();
        }
    }

    @ParameterizedTest
    @CsvSource({"PHONE, sw", "LAPTOP, en"})
    void leadsBackToTheCheckoutWithTheCart(Screen screen, String language) {
        var account = shop.getBean(OpenAccount.class).open(new PhoneNumber(PHONE), "Amina", "en");
        String hash = shop.getBean(PasswordEncoder.class).encode(TwoReplicas.PASSWORD);
        shop.getBean(PasswordHashes.class).replace(account.id(), hash);

        try (Browser browser = Browser.on(screen, ColorScheme.LIGHT)) {
            Page page = browser.open(url + "/login?lang=" + language);
            plugIn(page);
            page.fill("input[name=username]", PHONE);
            page.fill("input[name=password]", TwoReplicas.PASSWORD);
            page.click("form[action='/login'] button");
            page.click("details:has([data-passkey=register]) summary");
            page.fill("#passkey-label", "Red phone");
            page.fill("#passkey-present", TwoReplicas.PASSWORD);
            page.click("[data-passkey=register] button");
            assertThat(page.locator("li:has-text('Red phone')")).isVisible();
            page.click("form[action='/logout'] button");

            page.navigate(url + "/?q=TEA-500");
            page.click("#more-TEA-500");
            assertThat(page.locator("#p-TEA-500 output")).hasText("1");
            page.click("#cart-link");
            page.click("main a[href='/checkout']");
            page.click("main a[href^='/login']");
            page.click("[data-passkey=sign-in] button");
            assertThat(page).hasURL(Pattern.compile(".*/checkout"));
            assertThat(page.locator(".who")).containsText("Amina");
            assertThat(page.locator(".bought .units")).containsText("1");
            page.click("button.place");
            assertThat(page).hasURL(Pattern.compile(".*/orders/.*"));
        }
    }

    private String texts() {
        return shop.getBean(JdbcClient.class)
                .sql("select string_agg(body, ' ') from message where phone = ?")
                .param(PHONE)
                .query(String.class)
                .single();
    }

    private static String session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("session"))
                .map(cookie -> cookie.value)
                .collect(Collectors.joining());
    }

    private static void plugIn(Page page) {
        CDPSession device = page.context().newCDPSession(page);
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject authenticator = new JsonObject();
        authenticator.add("options", options);
        device.send("WebAuthn.enable");
        device.send("WebAuthn.addVirtualAuthenticator", authenticator);
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Agizo.class)
                .run(
                        "--server.port=" + port,
                        "--agizo.demo.active=true",
                        "--agizo.public-url=http://localhost:" + port,
                        "--spring.datasource.url=" + TestDatabase.freshUrl(),
                        "--spring.datasource.username=" + TestDatabase.USER,
                        "--spring.datasource.password=" + TestDatabase.PASSWORD);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
