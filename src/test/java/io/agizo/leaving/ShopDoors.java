package io.agizo.leaving;

import static io.agizo.RunningShop.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.Agizo;
import io.agizo.RunningShop;
import io.agizo.TestDatabase;
import io.agizo.shared.PhoneNumber;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The ways in which what people say of themselves comes into a shop. */
record ShopDoors(RunningShop shop, String token) {

    /** A demo shop on a database of its own. */
    static ConfigurableApplicationContext open() {
        return SpringApplication.run(
                Agizo.class,
                "--server.port=0",
                "--agizo.demo.active=true",
                "--spring.datasource.url=" + TestDatabase.freshUrl(),
                "--spring.datasource.username=" + TestDatabase.USER,
                "--spring.datasource.password=" + TestDatabase.PASSWORD);
    }

    /** Those of an open shop, for a program that may do everything. */
    static ShopDoors of(ConfigurableApplicationContext shop) {
        String port = String.valueOf(shop.getEnvironment().getProperty("local.server.port"));
        RunningShop running = new RunningShop(Integer.parseInt(port));
        return new ShopDoors(running, running.demoToken());
    }

    /** Asks, under a key of its own where something changes, so that the answer is kept. */
    HttpResponse<String> ask(String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(shop.uri(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method.toUpperCase(Locale.ROOT),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        HttpResponse<String> answer = shop.send(
                method.equals("post")
                        ? request.header("Idempotency-Key", UUID.randomUUID().toString())
                        : request);
        assertThat(answer.statusCode())
                .as("%s %s: %s", method, path, answer.body())
                .isLessThan(300);
        return answer;
    }

    String ordered(String customer, String note) {
        return json(ask("post", "/api/v1/orders", """
                        {"customer":%s,"item":"Maize flour","amount":"210","note":"%s"}""".formatted(customer, note)))
                .path("number")
                .asString();
    }

    /** To be told when something is back that is sold out. */
    void wished(PhoneNumber phone) {
        ask("post", "/api/v1/products", """
                {"sku":"SOLD-OUT","name":"Harp","price":"1","stock":0,"visible":true}""");
        ask("post", "/api/v1/products/SOLD-OUT/tell", "{\"phone\":\"" + phone + "\"}");
    }

    String checkedOut(String name, String phone, String note) {
        String cart = json(ask("post", "/api/v1/carts", "{}")).path("id").asString();
        ask("put", "/api/v1/carts/" + cart + "/lines/TEA-500", "{\"quantity\":1}");
        return json(ask("post", "/api/v1/carts/" + cart + "/checkout", """
                        {"customer":{"name":"%s","phone":"%s"},"note":"%s"}""".formatted(name, phone, note)))
                .path("number")
                .asString();
    }

    void uploaded(String kind, String csv) {
        HttpResponse<String> taken = shop.send(HttpRequest.newBuilder(shop.uri("/api/v1/imports/" + kind))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv)));
        String report = "/api/v1/imports/" + json(taken).path("id").asString();
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        json(shop.get(report, token)).path("state").asString().equals("done"));
    }
}
