package io.agizo.signin.oidc;

import static io.agizo.RunningShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agizo.Agizo;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.RunningShop;
import io.agizo.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@EnabledIfSystemProperty(named = Keycloak.HOME, matches = ".+")
class KeycloakJourneyTests {

    private static final String PASSWORD = "maembe matatu";

    private static ConfigurableApplicationContext context;
    private static Keycloak keycloak;
    private static RunningShop shop;
    private static String url;
    private static String issuer;
    private static int signInWhileAway;
    private static int tokenWhileAway;

    @BeforeAll
    static void theShopOpensBeforeItsIssuer() throws IOException {
        int port = freePort();
        int issuerPort = freePort();
        url = "http://localhost:" + port;
        issuer = Keycloak.issuer(issuerPort);
        shop = new RunningShop(port);
        context = open(port);
        signInWhileAway = shop.get("/oauth2/authorization/agizo", null).statusCode();
        tokenWhileAway = callWith(unsigned()).statusCode();
        keycloak = Keycloak.start(issuerPort, url);
    }

    @AfterAll
    static void close() {
        if (keycloak != null) {
            keycloak.close();
        }
        if (context != null) {
            context.close();
        }
    }

    @Test
    void whileTheIssuerIsAwayNobodyIsLetInAndEverybodyIsToldToComeBack() {
        assertThat(signInWhileAway).isEqualTo(503);
        assertThat(tokenWhileAway).isEqualTo(503);
        assertThat(callWith(unsigned()).statusCode()).isEqualTo(401);
    }

    @Test
    void signsAPersonInAndOutInABrowser() {
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = browser.open(url + "/account");
            page.waitForURL(Pattern.compile(Pattern.quote(issuer) + ".*"));
            signIn(page);
            page.waitForURL(url + "/account");
            assertThat(sql().sql("select count(*) from linked_identity where issuer = ?")
                            .param(issuer)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);

            signOut(page);
            page.waitForURL(url + "/");
            page.navigate(url + "/account");

            page.waitForURL(Pattern.compile(Pattern.quote(issuer) + ".*"));
            assertThat(page.locator("#password").isVisible()).isTrue();
        }
    }

    @Test
    void isBelievedWhenItSaysThatThePersonHasJustSignedInAndIsSentThereToSignInAnew() {
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = browser.open(url + "/account/delete");
            page.waitForURL(Pattern.compile(Pattern.quote(issuer) + ".*"));
            signIn(page);
            page.waitForURL(url + "/account/delete");

            page.navigate(url + "/oauth2/authorization/agizo?anew");

            page.waitForURL(Pattern.compile(Pattern.quote(issuer) + ".*"));
            assertThat(page.locator("#password").isVisible()).isTrue();
        }
    }

    @Test
    void takesItsTokensAtTheApiWithThePermissionsOfTheClaim() {
        String token = token("the-shop", "the-secret-of-the-shop", "access_token");

        assertThat(callWith(token).statusCode()).isEqualTo(200);
        HttpResponse<String> notHers = shop.get("/api/v1/customers", token);
        assertThat(notHers.statusCode()).isEqualTo(403);
        assertThat(notHers.body()).contains("customers:read");
    }

    @Test
    void refusesItsTokensForOthersAndItsIdTokens() {
        assertThat(callWith(token("another-application", "the-secret-of-another", "access_token"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(callWith(token("the-shop", "the-secret-of-the-shop", "id_token"))
                        .statusCode())
                .isEqualTo(401);
    }

    private static void signIn(Page page) {
        page.locator("#username").fill("amina");
        page.locator("#password").fill(PASSWORD);
        page.locator("#kc-login").click();
    }

    /** Sends the form that each page has for it. */
    private static void signOut(Page page) {
        byte[] token = page.context().cookies(url).stream()
                .filter(cookie -> cookie.name.equals("form"))
                .findFirst()
                .map(cookie -> cookie.value.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        byte[] unmasked = new byte[2 * token.length];
        System.arraycopy(token, 0, unmasked, token.length, token.length);
        page.evaluate("""
                token => {
                  const form = document.createElement('form');
                  form.method = 'post';
                  form.action = '/logout';
                  const field = document.createElement('input');
                  field.name = '_csrf';
                  field.value = token;
                  form.append(field);
                  document.body.append(form);
                  form.submit();
                }""", Base64.getUrlEncoder().encodeToString(unmasked));
    }

    private static HttpResponse<String> callWith(String token) {
        return shop.get("/api/v1/orders/summary", token);
    }

    private static String token(String client, String secret, String kind) {
        String form = "grant_type=password&scope=openid&username=amina&password=" + PASSWORD.replace(' ', '+');
        return json(shop.send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                        .header("Authorization", RunningShop.basic(client, secret))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))))
                .path(kind)
                .asString();
    }

    private static String unsigned() {
        return base64("{\"alg\":\"RS256\",\"kid\":\"none\"}")
                + '.'
                + base64("{\"iss\":\"" + issuer + "\",\"sub\":\"x\"}")
                + '.'
                + base64("signature");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JdbcClient sql() {
        return context.getBean(JdbcClient.class);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static ConfigurableApplicationContext open(int port) {
        return new SpringApplicationBuilder(Agizo.class)
                .run(
                        "--server.port=" + port,
                        "--agizo.demo.active=false",
                        "--agizo.public-url=" + url,
                        "--agizo.oidc.issuer=" + issuer,
                        "--agizo.oidc.client-id=the-shop",
                        "--agizo.oidc.client-secret=the-secret-of-the-shop",
                        "--agizo.oidc.permissions-claim=shop.roles",
                        "--agizo.oidc.permissions.clerk=orders:read,orders:place",
                        "--spring.datasource.url=" + TestDatabase.freshUrl(),
                        "--spring.datasource.username=" + TestDatabase.USER,
                        "--spring.datasource.password=" + TestDatabase.PASSWORD);
    }
}
