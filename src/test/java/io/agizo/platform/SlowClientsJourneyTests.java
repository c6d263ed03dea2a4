package io.agizo.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.RunningShop;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Clients that are slow at everything one can be slow at, as many as the server has threads. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "agizo.demo.active=true",
            "agizo.public-url=" + RunningShop.PUBLIC_URL,
            "server.tomcat.threads.max=" + SlowClientsJourneyTests.THREADS,
            "server.tomcat.max-connections=64",
            "server.tomcat.connection-timeout=3s",
        })
class SlowClientsJourneyTests {

    static final int THREADS = 8;

    /** A byte each fifth of a second keeps any time-out that is counted from byte to byte from running out. */
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(15);

    /** Two looks of the watch, and much time for a busy machine. */
    private static final Duration SERVED_WITHIN = Duration.ofSeconds(10);

    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String LONG = "Content-Length: 500\r\n\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n\r\n";

    private final RunningShop shop;
    private final String token;
    private final List<SlowClient> slow = new ArrayList<>();

    SlowClientsJourneyTests(@LocalServerPort int port) {
        this.shop = new RunningShop(port);
        // The server may just be closing the connection that the client kept from the test before.
        this.token = await().ignoreExceptionsMatching(failure -> true).until(shop::demoToken, any -> true);
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        RunningShop.onFreshDatabase(properties);
    }

    /** So that a few answers already fill what the machine keeps for a client. */
    @TestConfiguration(proxyBeanMethods = false)
    static class SmallBuffers {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallBuffers() {
            return server ->
                    server.addConnectorCustomizers(connector -> connector.setProperty("socket.txBufSize", "8192"));
        }
    }

    @AfterEach
    void hangUp() {
        slow.forEach(SlowClient::close);
    }

    static Stream<String> bodies() {
        return Stream.of(
                post("/api/v1/orders") + "TOKEN" + JSON + LONG + "{",
                post("/api/v1/orders") + "TOKEN" + JSON + CHUNKED + "1\r\n{\r\n1;",
                post("/api/v1/orders") + "TOKEN" + JSON + "Expect: 100-continue\r\n" + LONG,
                post("/graphql") + JSON + LONG + "{",
                post("/oauth2/token") + FORM + LONG + "grant_type=",
                post("/login") + FORM + LONG + "username=",
                post("/no-such-page") + FORM + LONG + "a=",
                post("/api/v1/imports/products") + "TOKEN" + "Content-Type: multipart/form-data; boundary=x\r\n" + LONG
                        + "--x\r\n",
                post("/api/v1/imports/products") + "TOKEN" + "Content-Type: text/csv\r\n" + LONG + "sku,");
    }

    /** Bodies that nobody asked for are read on for a while, so that their senders see the answer. */
    static Stream<String> unwantedBodies() {
        return Stream.of(
                post("/api/v1/orders") + JSON + LONG + "{",
                post("/api/v1/carts") + JSON + LONG + "{",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\n" + LONG + "a",
                "GET /api/v1/products HTTP/1.1\r\nHost: localhost\r\n" + LONG + "a");
    }

    static Stream<String> heads() {
        return Stream.of("G", "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", "\r\n");
    }

    private static String post(String path) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n";
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void areToldThatTheyAreTooSlowWhileAllOthersAreServed(String start) {
        begin(THREADS, start);

        assertEveryoneElseIsServed();
        assertAllEnd();
        assertThat(slow)
                .allSatisfy(client -> assertThat(client.answer())
                        .containsPattern("HTTP/1.1 (408|429|503) ")
                        .containsPattern("/problems/(too-slow|too-many-requests|overloaded)\"")
                        .contains("Connection: close"));
        assertThat(slow).anySatisfy(client -> assertThat(client.answer()).contains("/problems/too-slow"));
        assertThat(slow).anySatisfy(client -> assertThat(client.answer()).contains("Retry-After: "));
    }

    @ParameterizedTest
    @MethodSource("unwantedBodies")
    void areEndedWhenTheySendWhatNobodyWants(String start) {
        begin(THREADS, start);

        assertEveryoneElseIsServed();
        assertAllEnd();
        assertThat(slow).allSatisfy(client -> assertThat(client.answer()).startsWith("HTTP/1.1 "));
    }

    @ParameterizedTest
    @MethodSource("heads")
    void areEndedWhenTheirHeadsDoNotComeToAnEnd(String start) {
        begin(THREADS, start);

        assertEveryoneElseIsServed();
        assertAllEnd();
    }

    @Test
    void doNotHoldThreadsByTakingNothingOfTheirAnswers() throws IOException {
        String all = "GET /css/parts.css HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(90);
        List<Socket> readers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            readers.add(SlowClient.takesNothing(shop.port(), all));
        }

        assertEveryoneElseIsServed();
        for (Socket reader : readers) {
            reader.close();
        }
    }

    @Test
    void ofOneNetworkHoldAPartOfTheConnectionsOnly() {
        begin(48, "G");

        assertThat(slow).anySatisfy(client -> await().until(client::isEnded));
        assertEveryoneElseIsServed();
    }

    @Test
    void areServedAsLongAsTheyMove() {
        String head = "sku,name,price\n";
        String rows = "SLOW-TEA,Slow tea,10.00\n".repeat(10);
        int pieces = 30;
        String start = post("/api/v1/imports/products") + "Authorization: Bearer " + token
                + "\r\nContent-Type: text/csv\r\nContent-Length: " + (head.length() + pieces * rows.length())
                + "\r\n\r\n" + head;
        SlowClient client = SlowClient.sends(shop.port(), start, rows);
        slow.add(client);

        await().atMost(ENDED_WITHIN)
                .untilAsserted(() -> assertThat(client.answer()).contains("HTTP/1.1 202 "));
    }

    private void begin(int clients, String start) {
        for (int i = 0; i < clients; i++) {
            slow.add(SlowClient.sends(
                    shop.port(), start.replace("TOKEN", "Authorization: Bearer " + token + "\r\n"), "0"));
        }
    }

    private void assertAllEnd() {
        await().atMost(ENDED_WITHIN).until(() -> slow.stream().allMatch(SlowClient::isEnded));
    }

    private void assertEveryoneElseIsServed() {
        assertThat(status(get("/api/v1/products"))).isEqualTo(200);
        assertThat(status(get("/actuator/health/liveness"))).isEqualTo(200);
        assertThat(status(get("/"))).isEqualTo(200);
        assertThat(status(get("/api/v1/orders")
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"))))
                .isEqualTo(422);
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + shop.port() + path))
                .timeout(SERVED_WITHIN);
    }

    private static int status(HttpRequest.Builder request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return answer.statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
