package io.agizo.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Agizo;
import io.agizo.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

class RealShopJourneyTests {

    @RegisterExtension
    private final TestDataFolder dataFolder = new TestDataFolder();

    @Test
    void isEmptyOnTheEmbeddedDatabaseIfThereIsToBeNoDemo() {
        try (var agizo = run("--agizo.demo=false", "--agizo.data-dir=" + dataFolder.path())) {
            assertThatNobodySells(agizo);
        }
    }

    @Test
    void isEmptyOnADatabaseOfItsOwn() {
        Path unused = dataFolder.path().resolve("unused");
        try (var agizo = run(
                "--spring.datasource.url=" + TestDatabase.freshUrl(),
                "--spring.datasource.username=" + TestDatabase.USER,
                "--spring.datasource.password=" + TestDatabase.PASSWORD,
                "--agizo.data-dir=" + unused)) {
            assertThatNobodySells(agizo);
            assertThat(unused).doesNotExist();
        }
    }

    @Test
    void takesOverADatabaseOfAnEarlierVersion() {
        String url = TestDatabase.emptyUrl();
        Flyway.configure()
                .dataSource(url, TestDatabase.USER, TestDatabase.PASSWORD)
                .locations(Stream.of(
                                "api",
                                "audit",
                                "issuer",
                                "clients",
                                "accounts",
                                "search",
                                "customers",
                                "catalog",
                                "inventory",
                                "notifications",
                                "imports")
                        .map(module -> "classpath:db/migration/" + module)
                        .toArray(String[]::new))
                .load()
                .migrate();

        try (var agizo = run(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + TestDatabase.USER,
                "--spring.datasource.password=" + TestDatabase.PASSWORD)) {
            assertThatNobodySells(agizo);
        }
    }

    @Test
    void saysWhatToCheckIfItsDatabaseDoesNotAnswer() {
        assertThatThrownBy(() -> run("--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/shop"))
                .rootCause()
                .isInstanceOf(java.net.ConnectException.class);
    }

    private static ConfigurableApplicationContext run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--server.port=0");
        return new SpringApplicationBuilder(Agizo.class).run(all.toArray(String[]::new));
    }

    private static void assertThatNobodySells(ConfigurableApplicationContext agizo) {
        RestClient shop = RestClient.builder()
                .baseUrl("http://127.0.0.1:" + agizo.getEnvironment().getProperty("local.server.port"))
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {})
                .build();
        assertThat(shop.get().uri("/api/v1/products").retrieve().body(String.class))
                .contains("\"items\":[]");
        ResponseEntity<String> token = shop.post()
                .uri("/oauth2/token")
                .headers(headers -> headers.setBasicAuth("demo-api", "demo-api-secret"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body("grant_type=client_credentials")
                .retrieve()
                .toEntity(String.class);
        assertThat(token.getStatusCode().value()).isEqualTo(401);
    }
}
