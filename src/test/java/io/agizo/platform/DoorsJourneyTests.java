package io.agizo.platform;

import static io.agizo.RunningShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.RunningShop;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"agizo.demo.active=true", "agizo.public-url=" + RunningShop.PUBLIC_URL})
class DoorsJourneyTests {

    private final RunningShop shop;

    DoorsJourneyTests(@LocalServerPort int port) {
        this.shop = new RunningShop(port);
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        RunningShop.onFreshDatabase(properties);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/products",
        "GET, /api/v1/products?q=tea",
        "HEAD, /api/v1/products",
        "GET, /api/v1/products/TEA-500",
        "GET, /api/v1/openapi.json",
        "POST, /api/v1/carts",
        "PUT, /api/v1/carts/some-cart/lines/TEA-500",
        "POST, /graphql",
        "GET, /",
        "GET, /problems/out-of-stock",
        "GET, /phone",
        "GET, /mails",
        "POST, /callbacks/africastalking/delivery",
        "POST, /callbacks/africastalking/inbound",
        "GET, /actuator/health/liveness",
        "GET, /actuator/health/readiness",
        "GET, /livez",
        "GET, /readyz",
    })
    void isOpenToAnyone(String method, String path) {
        assertThat(answer(method, path).statusCode()).isNotIn(401, 403).isLessThan(500);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/products",
        "DELETE, /api/v1/products/TEA-500",
        "GET, /api/v1/products/TEA-500/stock-adjustments",
        "GET, /api/v1/productsandmore",
        "GET, /api/v1/cartsandmore",
        "GET, /api/v1/orders",
        "GET, /api/v1/there-is-no-such-thing",
        "GET, /api",
        "GET, /api/v2/orders",
        "POST, /graphql/",
        "POST, /graphql/schema",
        "GET, /%61pi/v1/orders",
        "GET, /api/v1/%6frders",
        "GET, /actuator/prometheus",
    })
    void asksForAToken(String method, String path) {
        HttpResponse<String> answer = answer(method, path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"agizo\"");
        assertThat(json(answer).path("type").asString()).isEqualTo("/problems/unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/orders;a=b",
                "/api//v1/orders",
                "//api/v1/orders",
                "/x/../api/v1/orders",
                "/x/%2e%2e/api/v1/orders",
                "/api%2fv1/orders",
                "/api/v1/orders%00",
                "/api/v1/orders%0a",
                "/api/v1/orders%5c",
                "/api/v1/orders%2500",
            })
    void refusesAnAddressThatIsSpeltInATrickyWay(String path) {
        String answer =
                shop.sendRaw(bytes("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));

        assertThat(answer).startsWith("HTTP/1.1 4");
        assertThat(answer)
                .satisfiesAnyOf(
                        problem -> assertThat(problem).contains("/problems/bad-request"),
                        problem -> assertThat(problem).contains("/problems/unauthenticated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer \u0080", "Bearer a\u0085b", "\u009f"})
    void refusesControlCharactersInAHeader(String authorization) {
        String answer =
                shop.sendRaw(("GET /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                                + authorization + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("/problems/bad-request");
    }

    @Test
    void showsTheFiguresToReadersOfReportsOnly() {
        assertThat(shop.get("/actuator/prometheus", shop.demoToken("reports:read"))
                        .statusCode())
                .isEqualTo(200);

        HttpResponse<String> refusal = shop.get("/actuator/prometheus", shop.demoToken("orders:read"));
        assertThat(refusal.statusCode()).isEqualTo(403);
        assertThat(json(refusal).path("type").asString()).isEqualTo("/problems/permission-denied");
        assertThat(json(refusal).path("detail").asString()).contains("reports:read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/beans", "/actuator/sbom"})
    void showsNothingElseOfItsInside(String path) {
        assertThat(shop.get(path, shop.demoToken()).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/problems/out-of-stock", "/api/v1/products", "/api/v1/nothing", "/no-such-page"})
    void everyAnswerTellsBrowsersWhatToForbid(String path) {
        HttpResponse<String> answer = shop.get(path, null);

        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/products",
                "/css/base.css",
                "/api/v1/orders%0a",
                "/actuator/health",
                "/oauth2/jwks",
                "/x"
            })
    void everyAnswerKeepsOtherSitesAway(String path) {
        String answer =
                shop.sendRaw(bytes("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));

        assertThat(answer)
                .contains("Content-Security-Policy: default-src 'none'")
                .contains("Cross-Origin-Opener-Policy: same-origin")
                .contains("Cross-Origin-Resource-Policy: same-origin")
                .containsPattern("Permissions-Policy: .*camera=\\(\\).*publickey-credentials-get=\\(self\\)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /",
                "GET /login",
                "GET /api/v1/products",
                "POST /api/v1/carts",
                "POST /graphql",
                "POST /oauth2/token",
                "GET /.well-known/openid-configuration",
                "GET /actuator/health/liveness",
                "GET /css/base.css"
            })
    void theDemoDoesNotAnswerToTheNameOfAnotherSite(String request) {
        for (String host : new String[] {"evil.example", "evil.example:80", "localhost.evil.example", "10.0.0.7"}) {
            String answer = shop.sendRaw(bytes(request + " HTTP/1.1\r\nHost: " + host
                    + "\r\nX-Forwarded-Host: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));

            assertThat(answer).as(host).startsWith("HTTP/1.1 400 ").contains("/problems/bad-request", "localhost");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:8080", "[::1]", "[::1]:8080"})
    void theDemoAnswersToItsOwnNames(String host) {
        assertThat(shop.sendRaw(
                        bytes("GET /api/v1/products HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @CsvSource({
        "/css/base.css, text/css;charset=UTF-8",
        "/js/passkey.js, text/javascript;charset=UTF-8",
        "/icon.svg, image/svg+xml;charset=UTF-8"
    })
    void filesOfTextNameTheirCharset(String path, String type) {
        assertThat(shop.get(path, null).headers().firstValue("Content-Type")).hasValue(type);
    }

    @Test
    void takesNoFormFromAnotherSite() {
        HttpResponse<String> answer = answer("POST", "/checkout");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void programsGetNoSession() {
        assertThat(shop.get("/api/v1/orders", shop.demoToken()).headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    private HttpResponse<String> answer(String method, String path) {
        return shop.send(HttpRequest.newBuilder(shop.uri(path)).method(method, BodyPublishers.noBody()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
