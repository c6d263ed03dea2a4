package io.agizo.identity;

import static io.agizo.RunningShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Agizo;
import io.agizo.RunningShop;
import io.agizo.TestDatabase;
import io.agizo.Together;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

class ShopsOnOneDatabaseJourneyTests {

    private static final String ORDERS = "/api/v1/orders/summary";

    private static final Map<String, String> FOR_ALL_SCOPES = Map.of("grant_type", "client_credentials");

    private final String database = TestDatabase.freshUrl();

    @Test
    void replicasThatStartAtOnceTakeEachOthersTokensAndSoDoesOneThatStartsLater() {
        List<ConfigurableApplicationContext> replicas = Together.run(2, () -> start(false));
        replicas.getFirst()
                .getBean(ApiClientStore.class)
                .put(new ApiClient("till", "Till", SecretHash.of("secret"), Set.of(Permission.ORDERS_READ)));
        RunningShop first = shop(replicas.getFirst());
        RunningShop second = shop(replicas.getLast());
        String token = json(first.requestToken("till", "secret", FOR_ALL_SCOPES))
                .path("access_token")
                .asString();

        assertThat(second.get("/oauth2/jwks", null).body())
                .isEqualTo(first.get("/oauth2/jwks", null).body());
        assertThat(second.get(ORDERS, token).statusCode()).isEqualTo(200);
        replicas.forEach(SpringApplication::exit);

        try (ConfigurableApplicationContext later = start(false)) {
            assertThat(shop(later).get(ORDERS, token).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theDemoClientAndItsTokensEndWithTheDemo() {
        String token;
        try (ConfigurableApplicationContext demo = start(true)) {
            token = shop(demo).demoToken();
            assertThat(shop(demo).get(ORDERS, token).statusCode()).isEqualTo(200);
        }

        try (ConfigurableApplicationContext realShop = start(false)) {
            assertThat(shop(realShop).get(ORDERS, token).statusCode()).isEqualTo(401);
            assertThat(shop(realShop)
                            .requestToken("demo-api", "demo-api-secret", FOR_ALL_SCOPES)
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    private ConfigurableApplicationContext start(boolean demo) {
        return new SpringApplicationBuilder(Agizo.class)
                .run(
                        "--server.port=0",
                        "--agizo.public-url=" + RunningShop.PUBLIC_URL,
                        "--agizo.demo.active=" + demo,
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=" + TestDatabase.USER,
                        "--spring.datasource.password=" + TestDatabase.PASSWORD);
    }

    private static RunningShop shop(ConfigurableApplicationContext context) {
        return new RunningShop(
                ((WebServerApplicationContext) context).getWebServer().getPort());
    }
}
