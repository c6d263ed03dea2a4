package io.agizo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.RunningShop;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"agizo.demo.active=true", "agizo.public-url=" + RunningShop.PUBLIC_URL, "management.server.port=0"
        })
class ManagementPortJourneyTests {

    private final RunningShop shop;
    private final RunningShop management;

    ManagementPortJourneyTests(@LocalServerPort int port, @LocalManagementPort int managementPort) {
        this.shop = new RunningShop(port);
        this.management = new RunningShop(managementPort);
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        RunningShop.onFreshDatabase(properties);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/prometheus", "/actuator/health", "/actuator/health/readiness"})
    void showsTheFiguresThereToWhoeverReachesIt(String path) {
        assertThat(get(management, path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /actuator",
        "GET, /actuator/env",
        "GET, /",
        "GET, /login",
        "POST, /oauth2/token",
        "GET, /oauth2/jwks",
        "GET, /api/v1/products",
        "POST, /graphql"
    })
    void isNothingElse(String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(management.uri(path))
                .method(method, BodyPublishers.noBody())
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/health/liveness", "/actuator/prometheus"})
    void leavesNothingOfItOnThePortOfTheShop(String path) {
        assertThat(get(shop, path).statusCode()).isEqualTo(404);
        assertThat(shop.get(path, shop.demoToken("reports:read")).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz"})
    void leavesWhatProxiesAskWhereTheyAsk(String path) {
        HttpResponse<String> answer = get(shop, path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void staysOnThisComputer(@Value("${management.server.address}") String address) {
        assertThat(address).isEqualTo("127.0.0.1");
    }

    private static HttpResponse<String> get(RunningShop at, String path) {
        return at.get(path, null);
    }
}
