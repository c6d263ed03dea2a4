package io.agizo.clients;

import static io.agizo.RunningShop.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.Agizo;
import io.agizo.RunningShop;
import io.agizo.TestDatabase;
import io.agizo.Together;
import io.agizo.identity.Permission;
import io.agizo.identity.SecretHash;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

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
    void whatIsTakenFromAClientIsGoneAtItsNextRequestHereAndSoonThere() {
        List<ConfigurableApplicationContext> replicas = List.of(start(true), start(true));
        RunningShop here = shop(replicas.getFirst());
        RunningShop there = shop(replicas.getLast());
        String boss = here.demoToken();
        JsonNode made = json(change(
                here,
                boss,
                "POST",
                "/api/v1/clients",
                "{\"name\":\"Till\",\"permissions\":[\"orders:read\",\"products:write\"]}"));
        String client = "/api/v1/clients/" + made.at("/client/id").asString();
        String token = json(here.requestToken(
                        made.at("/client/id").asString(), made.path("secret").asString(), FOR_ALL_SCOPES))
                .path("access_token")
                .asString();
        assertThat(here.get(ORDERS, token).statusCode()).isEqualTo(200);
        assertThat(there.get(ORDERS, token).statusCode()).isEqualTo(200);

        change(here, boss, "PATCH", client, "{\"permissions\":[\"products:write\"]}");

        assertThat(here.get(ORDERS, token).statusCode()).isEqualTo(403);
        await().untilAsserted(
                        () -> assertThat(there.get(ORDERS, token).statusCode()).isEqualTo(403));

        change(there, boss, "DELETE", client, "");

        assertThat(there.get(ORDERS, token).statusCode()).isEqualTo(401);
        await().untilAsserted(
                        () -> assertThat(here.get(ORDERS, token).statusCode()).isEqualTo(401));
        replicas.forEach(SpringApplication::exit);
    }

    private static HttpResponse<String> change(
            RunningShop shop, String token, String method, String path, String body) {
        HttpResponse<String> answer = shop.send(HttpRequest.newBuilder(shop.uri(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer;
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
