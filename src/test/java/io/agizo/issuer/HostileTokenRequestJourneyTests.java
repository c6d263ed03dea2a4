package io.agizo.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.RunningShop;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"agizo.demo.active=true", "agizo.public-url=" + RunningShop.PUBLIC_URL})
class HostileTokenRequestJourneyTests {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String DEMO = RunningShop.basic("demo-api", "demo-api-secret");

    private final RunningShop shop;

    HostileTokenRequestJourneyTests(@LocalServerPort int port) {
        this.shop = new RunningShop(port);
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        RunningShop.onFreshDatabase(properties);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "grant_type",
                "grant_type=",
                "grant_type=password&username=a&password=b",
                "grant_type=authorization_code&code=x",
                "grant_type=refresh_token&refresh_token=x",
                "grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=x",
                "grant_type=client_credentials&grant_type=client_credentials",
                "grant_type=client_credentials&scope=orders:read&scope=orders:place",
                "grant_type=client_credentials&scope=orders:read%00",
                "grant_type=client_credentials&scope=%00",
                "grant_type=client_credentials%00",
                "grant_type=client_credentials&a%00b=c",
                "grant_type=client_credentials&%E2%28%A1=c",
                "grant_type=client_credentials&scope=%ED%A0%80",
                "grant_type=client_credentials&scope=%FF%FE",
                "grant_type=client_credentials&scope=%ZZ",
                "grant_type=client_credentials&scope=%",
                "grant_type=client_credentials&scope=orders:read%20%20orders:place",
                "grant_type=client_credentials&scope='%3Bdrop+table+api_client",
            })
    void answersABadFormAsOAuthDoes(String form) {
        assertOAuthError(post(FORM, DEMO, form.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void answersRawBytesThatAreNoTextAsOAuthDoes() {
        byte[] form = "grant_type=client_credentials&scope=....".getBytes(StandardCharsets.US_ASCII);
        form[form.length - 4] = (byte) 0xED;
        form[form.length - 3] = (byte) 0xA0;
        form[form.length - 2] = (byte) 0x80;
        form[form.length - 1] = 0;

        assertOAuthError(post(FORM, DEMO, form));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic",
                "Basic !!!!",
                "Basic ZGVtby1hcGk",
                "Basic Og==",
                "Basic OnNlY3JldA==",
                "Basic ZGVtby1hcGk6",
                "Basic AAAAOgAAAA==",
                "Basic /////w==",
                "Basic ZGVtby1hcGk6JVpa",
                "Basic a b c",
                "Bearer x",
                "Digest username=demo-api",
                "   ",
                "\u0080\u0081",
                "Basic \u00e9\u00e9",
            })
    void answersABadAuthorizationAsOAuthDoes(String authorization) {
        assertOAuthError(
                post(FORM, authorization, "grant_type=client_credentials".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void answersARequestWithoutAnyClientAsOAuthDoes() {
        String answer = shop.sendRaw(
                ascii("POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + FORM
                        + "\r\nContent-Length: 29\r\n\r\ngrant_type=client_credentials"));

        assertThat(answer)
                .startsWith("HTTP/1.1 401 ")
                .contains("WWW-Authenticate: Basic ")
                .contains("invalid_client");
    }

    @Test
    void takesNoSecretFromTheBodyOrTheAddress() {
        String form = "grant_type=client_credentials&client_id=demo-api&client_secret=demo-api-secret";
        String answer = shop.sendRaw(
                ascii("POST /oauth2/token?" + form + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: " + FORM + "\r\nContent-Length: " + form.length() + "\r\n\r\n" + form));

        assertOAuthError(answer);
    }

    @Test
    void refusesAGiantBodyUnread() {
        String answer = shop.sendRaw(
                ascii("POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + FORM
                        + "\r\nAuthorization: " + DEMO + "\r\nContent-Length: 3000000000\r\n\r\n"));

        assertThat(answer).startsWith("HTTP/1.1 413 ");
        assertOAuthError(answer);
    }

    @Test
    void refusesAGiantBodySentInPieces() {
        byte[] pieceAndLineEnd = ascii("a".repeat(65_536) + "\r\n");
        byte[][] parts = new byte[98][];
        parts[0] = ascii("POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + FORM
                + "\r\nAuthorization: " + DEMO + "\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int i = 1; i < parts.length - 1; i += 2) {
            parts[i] = ascii("10000\r\n");
            parts[i + 1] = pieceAndLineEnd;
        }
        parts[parts.length - 1] = ascii("0\r\n\r\n");

        assertOAuthError(shop.sendRaw(parts));
    }

    @Test
    void refusesABodyInBrokenPieces() {
        String answer = shop.sendRaw(
                ascii("POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + FORM
                        + "\r\nAuthorization: " + DEMO + "\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\ngrant_type\r\n"));

        assertThat(answer).startsWith("HTTP/1.1 4");
    }

    @Test
    void refusesThousandsOfParameters() {
        String form = "grant_type=client_credentials" + "&a=b".repeat(3000);

        assertOAuthError(post(FORM, DEMO, ascii(form)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "multipart/form-data; boundary=x",
                "multipart/form-data",
                "text/plain",
                "nonsense",
                "application/x-www-form-urlencoded; charset=utf-7",
                "application/x-www-form-urlencoded; charset=no-such-thing"
            })
    void refusesABodyInAnotherForm(String contentType) {
        assertOAuthError(post(contentType, DEMO, ascii("{\"grant_type\":\"client_credentials\"}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"})
    void tokensAreAskedForByPost(String method) {
        String answer =
                shop.sendRaw(ascii(method + " /oauth2/token HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Authorization: " + DEMO + "\r\n\r\n"));

        assertThat(answer).startsWith("HTTP/1.1 405 ").contains("Allow: POST");
    }

    @Test
    void aProofOfPossessionBindsNothing() {
        String answer = shop.sendRaw(
                ascii("POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                        + FORM + "\r\nAuthorization: " + DEMO
                        + "\r\nDPoP: junk\r\nDPoP: more\r\nContent-Length: 29\r\n\r\ngrant_type=client_credentials"));

        assertThat(answer).doesNotStartWith("HTTP/1.1 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/introspect", "/oauth2/par", "/oauth2/device_authorization"})
    void offersNothingThatItCannotKeep(String path) {
        String answer = shop.sendRaw(
                ascii("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + FORM
                        + "\r\nAuthorization: " + DEMO + "\r\nContent-Length: 7\r\n\r\ntoken=x"));

        assertThat(answer).startsWith("HTTP/1.1 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/token", "/oauth2/revoke"})
    void refusesASecondAuthorizationWhicheverComesFirst(String path) {
        String good = "\r\nAuthorization: " + DEMO;
        for (String two :
                List.of(good + good, good + "\r\nAuthorization: Bearer x", "\r\nAuthorization: Bearer x" + good)) {
            assertThat(ask(path, two, "grant_type=client_credentials&token=x"))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("invalid_request");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client_secret=demo-api-secret",
                "client_id=demo-api&client_secret=demo-api-secret",
                "client_assertion=x&client_assertion_type=y",
                "client_id=somebody-else",
                "access_token=x"
            })
    void refusesASecondProofInTheBody(String proof) {
        String form = "grant_type=client_credentials&" + proof;

        assertThat(ask("/oauth2/token", "\r\nAuthorization: " + DEMO, form))
                .startsWith("HTTP/1.1 400 ")
                .contains("invalid_request");
    }

    @Test
    void takesAClientThatNamesItselfInTheBodyToo() {
        assertThat(ask(
                        "/oauth2/token",
                        "\r\nAuthorization: " + DEMO,
                        "grant_type=client_credentials&client_id=demo-api"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void tellsNoUnknownClientFromAWrongSecret() {
        String form = "grant_type=client_credentials";
        List<String> answers = Stream.of("demo-api", "no-such-client", "agizo")
                .map(client -> ask("/oauth2/token", "\r\nAuthorization: " + RunningShop.basic(client, "wrong"), form))
                .map(answer -> answer.replaceAll("(?m)^(RateLimit|Date|X-Request).*$", ""))
                .distinct()
                .toList();

        assertThat(answers)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("HTTP/1.1 401 ")
                .contains("invalid_client");
    }

    private String ask(String path, String headers, String form) {
        return shop.sendRaw(ascii("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                + FORM + headers + "\r\nContent-Length: " + form.length() + "\r\n\r\n" + form));
    }

    private String post(String contentType, String authorization, byte[] body) {
        byte[] head = ("POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                        + contentType + "\r\nAuthorization: " + authorization + "\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        return shop.sendRaw(head, body);
    }

    private static void assertOAuthError(String answer) {
        assertThat(answer).startsWith("HTTP/1.1 4").contains("\"error\":\"").doesNotContain("access_token");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
