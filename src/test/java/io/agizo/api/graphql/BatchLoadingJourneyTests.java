package io.agizo.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import io.agizo.RunningShop;
import io.agizo.WatchedDatabase;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"agizo.demo.active=true", "agizo.sms.gateway=none"})
class BatchLoadingJourneyTests {

    private static final String PAGE = """
            query ($first: Int) {
              orders(first: $first) { edges { node {
                number total customer { code name } timeline { event } messages { status }
                lines { item product { name stock { available } } }
              } } }
            }
            """;

    private final RunningShop shop;
    private final WatchedDatabase database;
    private final String token;

    @Autowired
    BatchLoadingJourneyTests(@LocalServerPort int port, DataSource database) {
        this.shop = new RunningShop(port);
        this.database = (WatchedDatabase) database;
        this.token = shop.demoToken();
    }

    @TestConfiguration
    static class Watching {

        @Bean
        static BeanPostProcessor watched() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source ? new WatchedDatabase(source) : bean;
                }
            };
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        RunningShop.onFreshDatabase(properties);
    }

    @Test
    void aPageOfFiftyOrdersTakesAsManyStatementsAsOneOfFive() {
        for (int i = 0; i < 50; i++) {
            post(
                    "/api/v1/products",
                    "{\"sku\":\"B-%d\",\"name\":\"Tea\",\"price\":\"450.00\",\"stock\":10}".formatted(i));
            HttpResponse<String> placed = post("/api/v1/orders", """
                    {"customer":{"name":"Amina","phone":"07110010%02d"},
                     "lines":[{"sku":"B-%d","quantity":1},{"sku":"B-%d","quantity":2}]}""".formatted(i, i, i / 2));
            assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
        }
        page(1);

        // The orders, all that belongs to them in one round trip, and the products of their lines.
        assertThat(statementsOf(50)).isEqualTo(statementsOf(5)).isEqualTo(3);
    }

    /** The fewest of some tries: now and then the shop looks for something to do of its own accord. */
    private int statementsOf(int first) {
        return IntStream.range(0, 5)
                .map(attempt -> database.statementsOf(() -> page(first)))
                .min()
                .orElseThrow();
    }

    private void page(int first) {
        JsonNode answer = RunningShop.json(post("/graphql", OpenShop.operation(PAGE, "first", first)));
        assertThat(answer.at("/data/orders/edges")).hasSize(first);
        answer.at("/data/orders/edges").forEach(edge -> {
            assertThat(edge.at("/node/lines/1/product/stock/available").isInt()).isTrue();
            assertThat(edge.at("/node/messages")).hasSize(1);
        });
    }

    private HttpResponse<String> post(String path, String body) {
        return shop.send(HttpRequest.newBuilder(shop.uri(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }
}
