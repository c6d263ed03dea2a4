package io.agizo.clients;

import static io.agizo.RunningShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.RunningShop;
import io.agizo.identity.Permission;
import io.agizo.identity.SecretHash;
import io.agizo.shared.Ids;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "agizo.demo.active=true",
            "agizo.failed-sign-ins-per-minute=5",
            "server.forward-headers-strategy=native"
        })
class GuessedSecretsJourneyTests {

    private static final AtomicInteger NETWORKS = new AtomicInteger();

    private static final String SECRET = "k3Wq-a-secret-of-the-tests";
    private static final String PATH = "/api/v1/orders/summary";

    private final ApiClientStore clients;
    private final JdbcClient sql;
    private final String address = "203.0.113." + NETWORKS.incrementAndGet();
    private final RunningShop shop;

    GuessedSecretsJourneyTests(
            @Autowired ApiClientStore clients, @Autowired JdbcClient sql, @LocalServerPort int port) {
        this.clients = clients;
        this.sql = sql;
        this.shop = new RunningShop(port);
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        RunningShop.onFreshDatabase(properties);
    }

    @Test
    void makeWhoeverGuessesWaitAndNobodyWhoKnowsTheSecret() {
        String client = made("Till");
        guess(client, 5).forEach(answer -> assertThat(answer.statusCode()).isEqualTo(401));

        HttpResponse<String> refused = token(client, "guess-6");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(json(refused).path("type").asString()).isEqualTo("/problems/too-many-requests");
        assertThat(refused.headers().firstValue("Retry-After"))
                .hasValueSatisfying(seconds -> assertThat(seconds).matches("[1-9][0-9]?"));
        assertThat(refused.headers().firstValue("RateLimit-Policy")).hasValue("\"failed-sign-in\";q=5;w=60");
        assertThat(refused.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(shop.get("/oauth2/jwks", null).statusCode()).isEqualTo(200);
    }

    @Test
    void keepNobodyOutWhoSendsTheRightSecretFromTheSameNetwork() {
        guess("demo-api", 12);

        for (int i = 0; i < 20; i++) {
            assertThat(token("demo-api", "demo-api-secret").statusCode()).isEqualTo(200);
        }
        assertThat(token("demo-api", "guess").statusCode())
                .as("guesses wait all the same")
                .isEqualTo(429);
    }

    @Test
    void makeNoOtherClientWait() {
        String guessed = made("Guessed");
        guess(guessed, 12);

        assertThat(token(made("Other"), "mistyped").statusCode()).isEqualTo(401);
    }

    @Test
    void areCountedForTheNetworkTooWhateverClientsTheyName() {
        List<Integer> answers = Stream.generate(() -> "nobody-" + Ids.next())
                .limit(80)
                .map(client -> token(client, "guess").statusCode())
                .toList();

        assertThat(answers).contains(429);
        assertThat(token("demo-api", "demo-api-secret").statusCode()).isEqualTo(200);
    }

    @Test
    void ofTokensWaitTooAndKeepOutNobodyWhoBringsAGoodOne() {
        String token = shop.demoToken();

        List<Integer> answers = Stream.generate(() -> "no.such.token" + Ids.next())
                .limit(12)
                .map(wrong -> get(wrong).statusCode())
                .toList();

        assertThat(answers).startsWith(401, 401, 401, 401, 401).contains(429);
        assertThat(get(token).statusCode()).isEqualTo(200);
        assertThat(get(null).statusCode()).isEqualTo(401);
    }

    @Test
    void whoseTokenWasTheShopsOwnIsAlwaysToldThatItIsNoGoodAnyMore() {
        String client = made("Revoked");
        String token = json(token(client, SECRET)).path("access_token").asString();
        assertThat(get(token).statusCode()).isEqualTo(200);
        sql.sql("delete from api_client where id = ?").param(client).update();

        Awaitility.await()
                .untilAsserted(() -> assertThat(get(token).statusCode()).isEqualTo(401));
        List<Integer> answers =
                Stream.generate(() -> get(token).statusCode()).limit(12).toList();

        assertThat(answers).containsOnly(401);
    }

    private HttpResponse<String> token(String client, String secret) {
        return shop.send(HttpRequest.newBuilder(shop.uri("/oauth2/token"))
                .header("X-Forwarded-For", address)
                .header("Authorization", RunningShop.basic(client, secret))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    }

    private HttpResponse<String> get(@Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(shop.uri(PATH)).header("X-Forwarded-For", address);
        return shop.send(token == null ? request : request.header("Authorization", "Bearer " + token));
    }

    private List<HttpResponse<String>> guess(String client, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> token(client, "guess-" + i))
                .toList();
    }

    private String made(String name) {
        String id = "client-" + Ids.next();
        clients.put(new ApiClient(id, name, SecretHash.of(SECRET), Set.of(Permission.ORDERS_READ)));
        return id;
    }
}
