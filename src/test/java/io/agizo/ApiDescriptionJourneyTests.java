package io.agizo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agizo.identity.Permission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"agizo.demo.active=true", "agizo.public-url=" + RunningShop.PUBLIC_URL})
class ApiDescriptionJourneyTests {

    private final RunningShop shop;
    private final JsonNode api;

    ApiDescriptionJourneyTests(@LocalServerPort int port) {
        this.shop = new RunningShop(port);
        this.api = RunningShop.json(shop.get("/api/v1/openapi.json", null));
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        RunningShop.onFreshDatabase(properties);
    }

    @Test
    void isOpenApi31OfTheShopThatServesIt() {
        assertThat(api.path("openapi").asString()).startsWith("3.1");
        assertThat(api.at("/servers/0/url").asString()).isEqualTo("/");
        assertThat(api.at("/components/securitySchemes/oauth2/flows/clientCredentials/scopes")
                        .propertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Permission.values())
                        .map(Permission::scope)
                        .toList());
    }

    @Test
    void namesThePathsOfTheContract() {
        assertThat(api.path("paths").propertyNames())
                .contains(
                        "/api/v1/customers",
                        "/api/v1/customers/{code}",
                        "/api/v1/products",
                        "/api/v1/products/{sku}",
                        "/api/v1/products/{sku}/stock-adjustments",
                        "/api/v1/products/{sku}/movements",
                        "/api/v1/stock/audit",
                        "/api/v1/orders",
                        "/api/v1/orders/{number}",
                        "/api/v1/orders/summary",
                        "/api/v1/orders/{number}/accept",
                        "/api/v1/orders/{number}/reject",
                        "/api/v1/orders/{number}/cancel",
                        "/api/v1/orders/{number}/fulfil",
                        "/api/v1/orders/{number}/return",
                        "/api/v1/carts",
                        "/api/v1/carts/{id}",
                        "/api/v1/carts/{id}/lines/{sku}",
                        "/api/v1/carts/{id}/checkout",
                        "/api/v1/messages",
                        "/api/v1/imports/customers",
                        "/api/v1/imports/products",
                        "/api/v1/imports/orders",
                        "/api/v1/imports/{id}");
    }

    @Test
    void saysOfEachOperationWhatItDoesAndWhoMay() {
        Set<String> ids = new HashSet<>();
        everyOperation((name, operation) -> {
            assertThat(operation.path("summary").asString("")).as(name).isNotBlank();
            assertThat(operation.path("description").asString("")).as(name).containsAnyOf("Needs ", "Public.");
            assertThat(operation.path("security").isEmpty()).as(name).isFalse();
            assertThat(operation.path("tags").isEmpty()).as(name).isFalse();
            assertThat(ids.add(operation.path("operationId").asString("")))
                    .as(name)
                    .isTrue();
        });
    }

    @Test
    void givesEachBodyASchemaAndAnExample() {
        everyOperation((name, operation) -> {
            assertThat(successes(operation)).as(name).isNotEmpty();
            for (JsonNode content : contents(operation)) {
                content.forEach(body -> {
                    assertThat(body.has("schema")).as(name).isTrue();
                    assertThat(body.has("example") || body.has("examples"))
                            .as(name)
                            .isTrue();
                });
            }
        });
    }

    @Test
    void namesTheProblemsOfEachOperation() {
        everyOperation((name, operation) -> {
            JsonNode responses = operation.path("responses");
            assertThat(responses.propertyNames()).as(name).contains("400", "401", "500", "503");
            if (operation.has("requestBody")) {
                assertThat(responses.propertyNames()).as(name).contains("413", "415", "422");
            }
            if (name.contains("{")) {
                assertThat(responses.propertyNames()).as(name).contains("404");
            }
        });
        assertThat(api.at("/paths/~1api~1v1~1orders/post/responses/409/content").toString())
                .contains("out-of-stock", "idempotency-key-in-flight");
    }

    @Test
    void pointsAtNothingThatIsNotThere() {
        api.findValuesAsString("$ref")
                .forEach(reference -> assertThat(api.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void passesALinterWithoutAWarning(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(run(folder, "--version") == 0, "No Node.js, or no way to its packages: not linted");
        Files.writeString(folder.resolve("openapi.json"), api.toString());

        run(folder, "lint", "openapi.json", "--extends=recommended", "--format=json");

        JsonNode totals = new JsonMapper()
                .readTree(Files.readString(folder.resolve("found")))
                .path("totals");
        assertThat(totals.toString()).isEqualTo("{\"errors\":0,\"warnings\":0,\"ignored\":0}");
    }

    private static int run(Path folder, String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("npx", "--yes", "@redocly/cli@2.77.0"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(folder.resolve("said").toFile())
                    .redirectOutput(folder.resolve("found").toFile())
                    .start()
                    .waitFor();
        } catch (IOException noNode) {
            return -1;
        }
    }

    @Test
    void isAPageForPeopleToo() {
        String page = shop.get("/api/v1/docs", null).body();

        everyOperation((name, operation) -> assertThat(page)
                .contains("id=\"" + operation.path("operationId").asString("") + "\""));
        assertThat(page)
                .contains("Authorization: Bearer $TOKEN", RunningShop.PUBLIC_URL + "/api/v1/orders")
                .doesNotContain("<style")
                .doesNotContainPattern("<script(?![^>]* src=)");
    }

    private void everyOperation(Check check) {
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(
                                operation -> check.of(operation.getKey() + " " + path.getKey(), operation.getValue())));
    }

    private static List<JsonNode> successes(JsonNode operation) {
        return operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> response.getValue())
                .toList();
    }

    private static List<JsonNode> contents(JsonNode operation) {
        List<JsonNode> contents = new ArrayList<>();
        contents.add(operation.at("/requestBody/content"));
        operation.path("responses").forEach(response -> contents.add(response.path("content")));
        return contents;
    }

    /** What has to hold for an operation, given with its method and path. */
    private interface Check {

        void of(String name, JsonNode operation);
    }
}
