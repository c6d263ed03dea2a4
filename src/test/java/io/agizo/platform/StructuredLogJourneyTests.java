package io.agizo.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.signin.Visitor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of a shop in a process of its own, as a program reads it that collects logs. */
class StructuredLogJourneyTests {

    private static final String NAME = "Zuhura Mbarika";
    private static final String PHONE = "711998877";
    private static final String OWNERS_PHONE = "711000101";
    private static final String ADDRESS = "zuhura.mbarika@example.com";
    private static final String NOTE = "Behind the blue gate";

    private static final JsonMapper JSON = new JsonMapper();

    @RegisterExtension
    private final TestDataFolder dataFolder = new TestDataFolder();

    @Test
    void isOneObjectALineAndTellsOfNobody() throws Exception {
        Map<String, String> settings = Map.of(
                "LOGGING_STRUCTURED_FORMAT_CONSOLE",
                "ecs",
                "LOGGING_LEVEL_AGIZO_AUDIT",
                "info",
                // Whatever was taken on is logged, so that there is something to look at.
                "LOGGING_LEVEL_ROOT",
                "info");
        try (AgizoProcess agizo = AgizoProcess.open(dataFolder.path(), settings)) {
            trade(agizo);
            await().untilAsserted(() -> assertThat(agizo.output()).anyMatch(line -> line.contains("sign-in-failed")));

            List<String> lines = agizo.output();
            assertThat(lines)
                    .noneMatch(line -> line.contains(PHONE) || line.contains(ADDRESS) || line.contains(NOTE))
                    .noneMatch(line -> line.contains("Zuhura") || line.contains("Mbarika"));
            // The greeting of the demo, which names its owner's number, is for people.
            List<String> events =
                    lines.stream().filter(line -> line.startsWith("{")).toList();
            assertThat(lines.size() - events.size()).isEqualTo(5);
            assertThat(events).hasSizeGreaterThan(3).noneMatch(line -> line.contains(OWNERS_PHONE));
            assertThat(events.stream().map(JSON::readTree)).allSatisfy(StructuredLogJourneyTests::isOfTheShop);
            assertThat(agizo.errors()).doesNotContain(PHONE, OWNERS_PHONE, ADDRESS, NOTE, NAME);
        }
    }

    private static void isOfTheShop(JsonNode event) {
        assertThat(event.path("service").path("name").asString()).isEqualTo("agizo");
        assertThat(event.path("service").path("version").asString()).isNotEmpty();
        assertThat(event.path("@timestamp").asString()).isNotEmpty();
        assertThat(event.path("message").asString()).isNotEmpty();
    }

    private static void trade(AgizoProcess agizo) throws IOException, InterruptedException {
        String token = agizo.demoToken();
        String customer = "{\"name\": \"%s\", \"phone\": \"0%s\"}".formatted(NAME, PHONE);
        String order = "{\"customer\": %s, \"note\": \"%s\", \"lines\": [{\"sku\": \"%s\", \"quantity\": %d}]}";
        assertThat(agizo.post("/api/v1/orders", token, order.formatted(customer, NOTE, "TEA-500", 1))
                        .statusCode())
                .isEqualTo(201);
        agizo.post("/api/v1/orders", token, order.formatted(customer, NOTE, "TEA-500", 99_999));
        agizo.post("/api/v1/orders", token, order.formatted(customer, NOTE, NAME, 1));
        agizo.post("/api/v1/orders", token, "{\"customer\": {\"name\": \"" + NAME + "\"");

        Visitor shopper = new Visitor(List.of(agizo.port()));
        shopper.post("/cart/lines", "sku", "TEA-500");
        Matcher seen = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"")
                .matcher(shopper.get("/checkout").body());
        assertThat(seen.find()).isTrue();
        assertThat(shopper.post("/checkout", "name", NAME, "phone", "0" + PHONE, "note", NOTE, "seen", seen.group(1))
                        .statusCode())
                .isEqualTo(303);

        Visitor stranger = new Visitor(List.of(agizo.port()));
        stranger.signIn("0" + OWNERS_PHONE, "not-the-password");
        stranger.signIn("0" + PHONE, "not-the-password");
        stranger.signIn(ADDRESS, "not-the-password");
        stranger.post("/login/sms", "phone", "0" + PHONE);
        Visitor owner = new Visitor(List.of(agizo.port()));
        owner.signIn("0" + OWNERS_PHONE, "karibu-dukani");
        assertThat(owner.isSignedIn()).isTrue();

        assertThat(agizo.upload("/api/v1/imports/customers", token, """
                                code,name,phone,email
                                Z-1,%s,0%s,%s
                                Z-1,%s,not a number %s,%s
                                """.formatted(
                                        NAME, PHONE, ADDRESS, NAME, PHONE, ADDRESS))
                        .statusCode())
                .isBetween(200, 202);
        await().until(() -> agizo.get("/api/v1/customers/Z-1", token).statusCode() == 200);
    }
}
