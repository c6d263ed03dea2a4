package io.agizo;

import io.agizo.identity.Permission;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop that listens on a port of this computer, as a program sees it. */
public record RunningShop(int port) {

    public static final String PUBLIC_URL = "https://orders.example.test";

    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)content-length: *([0-9]+)");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    public static void onFreshDatabase(DynamicPropertyRegistry properties) {
        onDatabase(TestDatabase.freshUrl(), properties);
    }

    public static void onDatabase(String url, DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> TestDatabase.USER);
        properties.add("spring.datasource.password", () -> TestDatabase.PASSWORD);
    }

    public HttpResponse<String> get(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return send(token == null ? request : request.header("Authorization", "Bearer " + token));
    }

    public HttpResponse<String> requestToken(String client, String secret, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri("/oauth2/token"))
                .header("Authorization", basic(client, secret))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** An access token of the demo client for these scopes, or for all if none is named. */
    public String demoToken(String... scopes) {
        Map<String, String> form = scopes.length == 0
                ? Map.of("grant_type", "client_credentials")
                : Map.of("grant_type", "client_credentials", "scope", String.join(" ", scopes));
        HttpResponse<String> answer = requestToken("demo-api", "demo-api-secret", form);
        return json(answer).path("access_token").asString();
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            ApiContract.check(answer, this::description);
            return answer;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private String description() {
        return send(HttpRequest.newBuilder(uri("/api/v1/openapi.json"))).body();
    }

    /** Sends bytes that no well-behaved HTTP client would, and reads the answer. */
    public String sendRaw(byte[]... parts) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            for (byte[] part : parts) {
                socket.getOutputStream().write(part);
            }
            socket.getOutputStream().flush();
            return read(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** One answer: a server that was sent too much may keep the connection open long after it. */
    private static String read(InputStream stream) throws IOException {
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) stream.read());
        }
        Matcher length = CONTENT_LENGTH.matcher(answer);
        int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return answer + new String(stream.readNBytes(bytes), StandardCharsets.UTF_8);
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    public static String basic(String client, String secret) {
        byte[] pair = (client + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    public static String[] everyScope() {
        return Arrays.stream(Permission.values())
                .map(Permission::scope)
                .sorted()
                .toArray(String[]::new);
    }
}
