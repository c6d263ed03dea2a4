package io.agizo.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.Agizo;
import io.agizo.RunningShop;
import io.agizo.TestDatabase;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A replica that is told to stop while many order from it, without a proxy that would send them elsewhere. */
class DrainedShopJourneyTests {

    private static final int CLIENTS = 32;
    private static final String CUSTOMER = """
            {"code": "DRAIN", "name": "Amina"}""";
    private static final String ORDER = """
            {"customer": "DRAIN", "lines": [{"item": "Basket", "quantity": 1, "amount": "100.00"}]}""";

    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> readiness = new ConcurrentLinkedQueue<>();

    @Test
    void answersEveryRequestThatItLetIn() throws Exception {
        String database = TestDatabase.freshUrl();
        ConfigurableApplicationContext context = open(database);
        List<Future<IOException>> ends = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            RunningShop shop =
                    new RunningShop(context.getEnvironment().getRequiredProperty("local.server.port", int.class));
            String token = shop.demoToken();
            shop.send(post(shop, "/customers", CUSTOMER, token));
            for (int client = 0; client < CLIENTS; client++) {
                ends.add(threads.submit(() -> untilNobodyLetsItIn(() -> order(shop, token), answers)));
            }
            ends.add(threads.submit(() -> untilNobodyLetsItIn(
                    () -> HttpRequest.newBuilder(shop.uri("/actuator/health/readiness")), readiness)));
            await().until(() -> answers.size() > 10 * CLIENTS && readiness.contains(200));
            context.close();
        }

        for (Future<IOException> end : ends) {
            assertThat(end.get()).isInstanceOf(ConnectException.class);
        }
        assertThat(answers).containsOnly(201);
        assertThat(readiness).contains(503);
        assertThat(JdbcClient.create(new DriverManagerDataSource(database, TestDatabase.USER, TestDatabase.PASSWORD))
                        .sql(
                                "select count(*) from orders where customer_id = (select id from customer where code = 'DRAIN')")
                        .query(Integer.class)
                        .single())
                .isEqualTo(answers.size());
    }

    private static ConfigurableApplicationContext open(String database) {
        return SpringApplication.run(
                Agizo.class,
                "--server.port=0",
                "--agizo.demo.active=true",
                "--agizo.drain-seconds=2",
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=" + TestDatabase.USER,
                "--spring.datasource.password=" + TestDatabase.PASSWORD);
    }

    /** Sends one request after the other, keeps the status of each, and gives what ended it. */
    private static IOException untilNobodyLetsItIn(Supplier<HttpRequest.Builder> requests, Queue<Integer> statuses)
            throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (true) {
                statuses.add(client.send(requests.get().build(), BodyHandlers.ofString())
                        .statusCode());
            }
        } catch (IOException end) {
            return end;
        }
    }

    private static HttpRequest.Builder order(RunningShop shop, String token) {
        return post(shop, "/orders", ORDER, token);
    }

    private static HttpRequest.Builder post(RunningShop shop, String path, String json, String token) {
        return HttpRequest.newBuilder(shop.uri("/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
    }
}
