package io.agizo.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.RunningShop;
import io.agizo.SwitchedDatabase;
import java.net.http.HttpResponse;
import java.util.Map;
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
            "spring.datasource.hikari.connection-timeout=300"
        })
@DirtiesContext
class DatabaseAwayJourneyTests {

    private static final String ORDERS = "/api/v1/orders/summary";
    private static final SwitchedDatabase DATABASE = new SwitchedDatabase();

    private final RunningShop shop;

    DatabaseAwayJourneyTests(@LocalServerPort int port) {
        this.shop = new RunningShop(port);
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        RunningShop.onDatabase(DATABASE.url(), properties);
    }

    @Test
    void asksToComeBackLaterAndGoesOnOnceItIsThereAgain() {
        String token = shop.demoToken();

        DATABASE.leave();
        HttpResponse<String> answer = shop.get(ORDERS, token);
        HttpResponse<String> tokenAnswer =
                shop.requestToken("demo-api", "demo-api-secret", Map.of("grant_type", "client_credentials"));
        DATABASE.comeBack();

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(RunningShop.json(answer).path("type").asString()).isEqualTo("/problems/overloaded");
        assertThat(tokenAnswer.statusCode()).isEqualTo(503);
        assertThat(tokenAnswer.headers().firstValue("Retry-After")).isPresent();
        assertThat(RunningShop.json(tokenAnswer).path("error").asString()).isEqualTo("temporarily_unavailable");
        await().untilAsserted(
                        () -> assertThat(shop.get(ORDERS, token).statusCode()).isEqualTo(200));
    }
}
