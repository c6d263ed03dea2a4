package io.agizo.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Someone with a browser that keeps cookies and runs no scripts; each of their requests goes to the next replica. The shop's
 * proxy says that each of them is at an address of their own, so that nobody meets the limits of a network by accident.
 */
public final class Visitor {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final CookieManager jar = new CookieManager();
    private final List<Integer> ports;
    private HttpClient http = HttpClient.newBuilder().cookieHandler(jar).build();
    private String[] headers = {
        "User-Agent",
        "Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile Safari/537.36",
        "X-Forwarded-For",
        ownAddress()
    };
    private int next;

    public Visitor(List<Integer> ports) {
        this.ports = ports;
    }

    /** Sends these headers from now on. */
    public Visitor with(String... more) {
        String[] all = Arrays.copyOf(headers, headers.length + more.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        headers = all;
        return this;
    }

    /** At this address of the shop's own machine, with no proxy between. */
    Visitor onOwnMachine(String address) {
        http = HttpClient.newBuilder()
                .cookieHandler(jar)
                .localAddress(InetAddress.ofLiteral(address))
                .build();
        headers = new String[] {"User-Agent", "curl"};
        return this;
    }

    private static String ownAddress() {
        int address = ADDRESSES.getAndIncrement();
        return "198.18.%d.%d".formatted(address >> 8, address & 0xff);
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    public HttpResponse<String> post(String path, String... fields) {
        return postBody(path, form(fields));
    }

    /** As a form with a file, which carries its token in the address. */
    public HttpResponse<String> upload(String path, String name, String content) {
        return upload(path, name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** As a form with several files, all of the same name. */
    public HttpResponse<String> upload(String path, String name, byte[]... files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] file : files) {
            body.writeBytes("""
                    --end\r
                    Content-Disposition: form-data; name="file"; filename="%s"\r
                    Content-Type: application/octet-stream\r
                    \r
                    """.formatted(name).getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--end--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(uri(path + (path.contains("?") ? "&" : "?") + "_csrf=" + formToken()))
                .header("Content-Type", "multipart/form-data; boundary=end")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** As a script of a page of the shop would. */
    public HttpResponse<String> delete(String path) {
        return send(HttpRequest.newBuilder(uri(path + "?_csrf=" + formToken())).DELETE());
    }

    /** As a form on another site would be sent. */
    public HttpResponse<String> postFromElsewhere(String path, String... fields) {
        return postBody(path, String.join("&", pairs(fields)));
    }

    public HttpResponse<String> signIn(String username, String password) {
        return post("/login", "username", username, "password", password);
    }

    /** Whether the shop takes them for someone who signed in. */
    public boolean isSignedIn() {
        return !isSentToLogin(get("/account"));
    }

    public static boolean isSentToLogin(HttpResponse<String> answer) {
        return location(answer)
                .map(place -> place.matches(".*/login(/again|/second-factor)?|/oauth2/authorization/agizo"))
                .orElse(false);
    }

    public static Optional<String> location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location");
    }

    public @Nullable String cookie(String name) {
        return jar.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    public void plant(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        jar.getCookieStore().add(uri("/"), cookie);
    }

    /** What a form of a page of the shop carries: here without the mask that hides it from who measures compressed pages. */
    private String formToken() {
        if (cookie("form") == null) {
            plant("form", UUID.randomUUID().toString());
        }
        byte[] token = cookie("form").getBytes(StandardCharsets.UTF_8);
        byte[] masked = new byte[2 * token.length];
        System.arraycopy(token, 0, masked, token.length, token.length);
        return Base64.getUrlEncoder().encodeToString(masked).replace("=", "%3D");
    }

    private String form(String... fields) {
        return "_csrf=" + formToken()
                + Arrays.stream(pairs(fields)).map(pair -> "&" + pair).collect(Collectors.joining());
    }

    private static String[] pairs(String... fields) {
        String[] pairs = new String[fields.length / 2];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = fields[2 * i] + "=" + URLEncoder.encode(fields[2 * i + 1], StandardCharsets.UTF_8);
        }
        return pairs;
    }

    private HttpResponse<String> postBody(String path, String body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.headers(headers).build(), Visitor::body);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What is sent without an end is not read; it ends with the shop. */
    private static BodySubscriber<String> body(ResponseInfo answer) {
        boolean goesOn = answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
        return goesOn
                ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), unread -> "")
                : BodyHandlers.ofString().apply(answer);
    }

    /** Posts a form and waits no longer than that for the answer: the line is gone, and nobody knows what came through. */
    public void postAndHangUp(String path, Duration patience, String... fields) {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .headers(headers)
                .timeout(patience)
                .POST(BodyPublishers.ofString(form(fields)))
                .build();
        try {
            http.send(request, BodyHandlers.ofString());
        } catch (IOException hungUp) {
            assertThat(hungUp).isInstanceOf(HttpTimeoutException.class);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The lines of an answer that goes on, as they come. */
    public Stream<String> lines(String path) {
        HttpRequest request = HttpRequest.newBuilder(uri(path)).headers(headers).build();
        try {
            return http.send(request, BodyHandlers.ofLines()).body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + ports.get(next++ % ports.size()) + path);
    }
}
