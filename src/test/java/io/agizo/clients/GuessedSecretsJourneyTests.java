package io.agizo.clients;

import static io.agizo.RunningShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.RunningShop;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"agizo.demo.active=true", "agizo.failed-sign-ins-per-minute=5"})
class GuessedSecretsJourneyTests {

    private static final Map<String, String> GRANT = Map.of("grant_type", "client_credentials");

    private final RunningShop shop;

    GuessedSecretsJourneyTests(@LocalServerPort int port) {
        this.shop = new RunningShop(port);
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        RunningShop.onFreshDatabase(properties);
    }

    @Test
    void makeTheirAddressWaitAndNobodyWhoKnowsTheSecret() {
        for (int i = 0; i < 20; i++) {
            assertThat(shop.requestToken("demo-api", "demo-api-secret", GRANT).statusCode())
                    .isEqualTo(200);
        }
        for (int i = 0; i < 5; i++) {
            assertThat(shop.requestToken("demo-api", "guess-" + i, GRANT).statusCode())
                    .isEqualTo(401);
        }

        HttpResponse<String> refused = shop.requestToken("demo-api", "guess-6", GRANT);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(json(refused).path("type").asString()).isEqualTo("/problems/too-many-requests");
        assertThat(refused.headers().firstValue("Retry-After"))
                .hasValueSatisfying(seconds -> assertThat(seconds).matches("[1-9][0-9]?"));
        assertThat(refused.headers().firstValue("RateLimit-Policy")).hasValue("\"failed-sign-in\";q=5;w=60");
        assertThat(refused.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(shop.get("/oauth2/jwks", null).statusCode()).isEqualTo(200);
    }
}
