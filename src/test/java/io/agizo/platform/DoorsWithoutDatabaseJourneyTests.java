package io.agizo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.RunningShop;
import io.agizo.SwitchedDatabase;
import io.agizo.Together;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "agizo.demo.active=true",
            "agizo.public-url=" + RunningShop.PUBLIC_URL,
            "agizo.orders.desk.patience=3s",
            "spring.datasource.hikari.connection-timeout=3000"
        })
@DirtiesContext
class DoorsWithoutDatabaseJourneyTests {

    /** The patience and the second that is promised, and more than half of another wait for whoever shares the machine. */
    private static final Duration PROMISED = Duration.ofMillis(5_600);

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final SwitchedDatabase DATABASE = new SwitchedDatabase();

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningShop shop;

    DoorsWithoutDatabaseJourneyTests(@LocalServerPort int port) {
        this.shop = new RunningShop(port);
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        RunningShop.onDatabase(DATABASE.url(), properties);
    }

    /** What became of a request, and how long its sender waited. */
    private record Told(String request, HttpResponse<String> answer, Duration waited) {

        @Override
        public String toString() {
            return "%s: %d after %d ms".formatted(request, answer.statusCode(), waited.toMillis());
        }
    }

    @Test
    void sendEverybodyAwayInTimeAndServeTheNextOnceItIsBack() {
        String token = shop.demoToken();

        DATABASE.leave();
        List<Told> told = Together.run(Stream.concat(
                        requests(token), IntStream.range(0, 8).mapToObj(i -> order(token, "AWAY-" + i)))
                .toList());
        DATABASE.comeBack();

        assertThat(told)
                .allSatisfy(
                        each -> assertThat(each.waited()).as(each.toString()).isLessThan(PROMISED));
        assertThat(told)
                .allSatisfy(each -> assertThat(isToldToComeBack(each.answer()))
                        .as(each.toString())
                        .isTrue());
        assertThat(call(order(token, "BACK-1")).answer().statusCode()).isEqualTo(201);
        assertThat(call(signed("GET", "/api/v1/orders/summary", token, ""))
                        .answer()
                        .statusCode())
                .isEqualTo(200);
    }

    /** GraphQL answers whatever becomes of its fields, and says of each. */
    private static boolean isToldToComeBack(HttpResponse<String> answer) {
        boolean overloaded = answer.statusCode() == 503
                && answer.headers().firstValue("Retry-After").isPresent();
        return overloaded
                || (answer.statusCode() == 200 && answer.body().contains("\"problem\":\"/problems/overloaded\""));
    }

    private Stream<Callable<Told>> requests(String token) {
        return Stream.of(
                signed("GET", "/api/v1/orders", token, ""),
                signed("GET", "/api/v1/orders/A7K2-9QX", token, ""),
                signed("GET", "/api/v1/products?q=honey", token, ""),
                signed("GET", "/api/v1/customers", token, ""),
                signed("POST", "/api/v1/customers", token, "{\"code\":\"C-9\",\"name\":\"Amina\"}"),
                signed("POST", "/api/v1/orders/A7K2-9QX/accept", token, ""),
                signed("POST", "/api/v1/carts", token, ""),
                anyone("""
                        {"query":"{ a: product(sku: \\"A\\") { sku } b: product(sku: \\"B\\") { sku } c: product(sku: \\"C\\") { sku } }"}"""),
                signed("POST", "/graphql", token, """
                        {"query":"{ products { nodes { sku } } customers { nodes { code } } orders { nodes { number } } }"}"""),
                signed("POST", "/graphql", token, """
                        {"query":"mutation { createCustomer(input: {code: \\"C-8\\", name: \\"Amina\\"}) { __typename ... on Refusal { problem } } }"}"""),
                browser("GET", "/", ""),
                browser("GET", "/login", ""),
                browser("GET", "/account", ""),
                browser("GET", "/office", ""),
                browser("GET", "/problems/overloaded", ""),
                browser("GET", "/nothing-is-here", ""),
                browser("GET", "/oauth2/authorize?client_id=demo-api&response_type=code", ""),
                signIn("__Host-session=c29tZWJvZHk; "),
                signIn(""),
                () -> told(
                        "POST /oauth2/token",
                        HttpRequest.newBuilder(shop.uri("/oauth2/token"))
                                .header("Authorization", RunningShop.basic("demo-api", "demo-api-secret"))
                                .header("Content-Type", FORM)
                                .POST(BodyPublishers.ofString("grant_type=client_credentials"))));
    }

    private Callable<Told> order(String token, String reference) {
        return signed("POST", "/api/v1/orders", token, """
                {"item":"Gift wrap","amount":"100.00","reference":"%s"}""".formatted(reference));
    }

    private Callable<Told> signed(String method, String path, String token, String body) {
        return () -> told(
                method + " " + path,
                HttpRequest.newBuilder(shop.uri(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }

    private Callable<Told> anyone(String operation) {
        return () -> told(
                "POST /graphql by anyone",
                HttpRequest.newBuilder(shop.uri("/graphql"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(operation)));
    }

    private Callable<Told> browser(String method, String path, String body) {
        return () -> told(
                method + " " + path,
                HttpRequest.newBuilder(shop.uri(path))
                        .header("Accept", "text/html")
                        .header("Cookie", "__Host-session=c29tZWJvZHk")
                        .header("Content-Type", FORM)
                        .method(method, BodyPublishers.ofString(body)));
    }

    private Callable<Told> signIn(String session) {
        return () -> told(
                "POST /login with " + session,
                HttpRequest.newBuilder(shop.uri("/login"))
                        .header("Accept", "text/html")
                        .header("Cookie", session + "__Host-form=form")
                        .header("Content-Type", FORM)
                        .POST(BodyPublishers.ofString(
                                "username=0711000001&password=maembe&_csrf=" + formToken("form"))));
    }

    /** What a page carries for the cookie, behind a mask of zeros. */
    private static String formToken(String cookie) {
        byte[] token = cookie.getBytes(StandardCharsets.UTF_8);
        byte[] masked = new byte[2 * token.length];
        System.arraycopy(token, 0, masked, token.length, token.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(masked);
    }

    private Told told(String name, HttpRequest.Builder request) throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        return new Told(name, answer, Duration.ofNanos(System.nanoTime() - began));
    }

    private static Told call(Callable<Told> request) {
        return Together.run(List.of(request)).getFirst();
    }
}
