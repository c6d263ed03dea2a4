package io.agizo;

import io.agizo.identity.Permission;
import io.agizo.issuer.PersonalTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole shop, listening, as programs see it. It is opened once for all journeys of a JVM, since opening takes
 * seconds; so each journey uses codes and SKUs of its own.
 */
public final class OpenShop {

    private static final ConfigurableApplicationContext SHOP = open();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static final AtomicInteger NAMES = new AtomicInteger(10_000);
    private static final AtomicInteger ADDRESSES = new AtomicInteger(10_000);

    private final String[] headers;

    private OpenShop(String... headers) {
        this.headers = headers;
    }

    /** Someone without a token, whom the shop's proxy knows by an address of their own. */
    public static OpenShop asAnyone() {
        int address = ADDRESSES.getAndIncrement();
        return at("198.19.%d.%d".formatted(address >> 8, address & 0xff));
    }

    /** Someone without a token, at that address behind the shop's proxy. */
    public static OpenShop at(String address) {
        return new OpenShop("X-Forwarded-For", address);
    }

    /** Someone on the shop's own machine, without a token. */
    public static OpenShop onOwnMachine() {
        return new OpenShop();
    }

    /** A program that holds exactly these permissions, or all if none is named. */
    public static OpenShop as(Permission... permissions) {
        String scopes = Arrays.stream(permissions).map(Permission::scope).collect(Collectors.joining("+"));
        return new OpenShop("Authorization", "Bearer " + TOKENS.computeIfAbsent(scopes, OpenShop::token));
    }

    /** A person with an account, who may use their token for all that they may do. */
    public static OpenShop as(UUID account) {
        return new OpenShop("Authorization", "Bearer " + PersonalTokens.of(SHOP, account));
    }

    /** The same person, who signed in at that time. */
    public static OpenShop as(UUID account, Instant signedInAt) {
        return new OpenShop("Authorization", "Bearer " + PersonalTokens.of(SHOP, account, signedInAt));
    }

    /** A use case, for what no door does. */
    public static <T> T bean(Class<T> type) {
        return SHOP.getBean(type);
    }

    /** The same caller, who sends these headers as well. */
    public OpenShop with(String... more) {
        String[] all = Arrays.copyOf(headers, headers.length + more.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        return new OpenShop(all);
    }

    /** A name that no other journey uses. */
    public static String fresh(String prefix) {
        return prefix + "-" + NAMES.incrementAndGet();
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** The answer as it came over the line, compressed or not. */
    public HttpResponse<byte[]> bytes(String path) {
        return send(request(path).GET(), BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> post(String path, String json) {
        return send(path, "application/json", json);
    }

    /** Posts a body of any kind. */
    public HttpResponse<String> send(String path, String contentType, String body) {
        return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    /** Sends a file as a body. */
    public HttpResponse<String> sendFile(String method, String path, String contentType, byte[] file) {
        return send(request(path).header("Content-Type", contentType).method(method, BodyPublishers.ofByteArray(file)));
    }

    /** The data of an operation; its variables are pairs of a name and a value. */
    public JsonNode ask(String operation, Object... variables) {
        HttpResponse<String> answer = post("/graphql", operation(operation, variables));
        JsonNode response = json(answer);
        if (answer.statusCode() != 200 || response.has("errors")) {
            throw new AssertionError(operation + " was answered: " + answer.body());
        }
        return response.path("data");
    }

    /** The body of a GraphQL request. */
    public static String operation(String operation, Object... variables) {
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            named.put((String) variables[i], variables[i + 1]);
        }
        return JSON.writeValueAsString(Map.of("query", operation, "variables", named));
    }

    public HttpResponse<String> patch(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> put(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + SHOP.getEnvironment().getProperty("local.server.port") + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request, BodyHandlers.ofString());
        ApiContract.check(answer, OpenShop::description);
        return answer;
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> reader) {
        try {
            return HTTP.send(request.build(), reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String description() {
        return send(HttpRequest.newBuilder(uri("/api/v1/openapi.json"))).body();
    }

    private static String token(String scopes) {
        String basic = Base64.getEncoder().encodeToString("demo-api:demo-api-secret".getBytes(StandardCharsets.UTF_8));
        String form = "grant_type=client_credentials" + (scopes.isEmpty() ? "" : "&scope=" + scopes);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return json(answer).path("access_token").asString();
    }

    private static ConfigurableApplicationContext open() {
        return SpringApplication.run(
                Agizo.class,
                "--server.port=0",
                "--agizo.demo.active=true",
                // Journeys share some numbers, and none waits for the orders of others to be done.
                "--agizo.shop.most-unproved.orders=1000",
                "--spring.datasource.url=" + TestDatabase.freshUrl(),
                "--spring.datasource.username=" + TestDatabase.USER,
                "--spring.datasource.password=" + TestDatabase.PASSWORD);
    }
}
