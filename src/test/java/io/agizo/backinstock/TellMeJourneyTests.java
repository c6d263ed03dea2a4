package io.agizo.backinstock;

import static io.agizo.RunningShop.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.RunningShop;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** From a number left at a sold-out product to the text that it is back, and the word that stops such texts. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"agizo.demo.active=true", "agizo.sms.africastalking.callback-token=" + TellMeJourneyTests.TOKEN})
class TellMeJourneyTests {

    static final String TOKEN = "token-that-no-one-may-guess";

    private final RunningShop shop;

    TellMeJourneyTests(@LocalServerPort int port) {
        this.shop = new RunningShop(port);
    }

    /** Wherever the test runs, it is about noon in the shop. */
    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        RunningShop.onFreshDatabase(properties);
        int hour = Instant.now().atOffset(ZoneOffset.UTC).getHour();
        properties.add("agizo.shop.time-zone", () -> "Etc/GMT" + (hour > 12 ? "+" : "-") + Math.abs(hour - 12));
    }

    private HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(shop.uri(path)).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return shop.send(request.POST(BodyPublishers.ofString(body)));
    }

    private void soldOut(String sku) {
        HttpResponse<String> added = post(
                "/api/v1/products",
                "{\"sku\":\"" + sku + "\",\"name\":\"Thing " + sku
                        + "\",\"price\":\"10.00\",\"stock\":0,\"visible\":true}",
                "Authorization",
                "Bearer " + shop.demoToken());
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    }

    private HttpResponse<String> tell(String sku, String phone, String language) {
        return post("/api/v1/products/" + sku + "/tell", "{\"phone\":\"" + phone + "\"}", "Accept-Language", language);
    }

    private void restock(String sku) {
        assertThat(post(
                                "/api/v1/products/" + sku + "/stock-adjustments",
                                "{\"delta\":5,\"reason\":\"delivery\"}",
                                "Authorization",
                                "Bearer " + shop.demoToken())
                        .statusCode())
                .isEqualTo(201);
    }

    private JsonNode textTo(String number) {
        for (JsonNode text :
                json(shop.get("/api/v1/messages?limit=200", shop.demoToken())).path("items")) {
            if (text.path("to").asString().equals(number)) {
                return text;
            }
        }
        return json(shop.get("/api/v1/messages?status=sending", shop.demoToken()))
                .path("none");
    }

    @Test
    void isTextedOnceItIsBack() {
        soldOut("GONE-1");

        HttpResponse<String> noted = tell("GONE-1", "0711000021", "sw");
        assertThat(noted.statusCode()).as(noted.body()).isEqualTo(202);
        assertThat(json(noted).path("phone").asString()).isEqualTo("+254711000021");
        assertThat(json(noted).path("sku").asString()).isEqualTo("GONE-1");
        restock("GONE-1");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(textTo("+254711000021").path("body").asString())
                                .contains("Thing GONE-1 sasa ipo", "/products/GONE-1", "ACHA"));
        assertThat(textTo("+254711000021").path("kind").asString()).isEqualTo("asked-for");
        assertThat(tell("GONE-1", "0711000022", "en"))
                .returns(409, HttpResponse::statusCode)
                .satisfies(refused -> assertThat(refused.body()).contains("in stock"));
    }

    @Test
    void isLeftAloneAfterAStopAndAskedAgainAfterAStart() {
        soldOut("GONE-2");
        assertThat(tell("GONE-2", "0711000023", "en").statusCode()).isEqualTo(202);

        assertThat(inbound("id=j1&from=%2B254711000023&text=stop").statusCode()).isEqualTo(200);
        restock("GONE-2");
        soldOut("GONE-3");
        assertThat(tell("GONE-3", "0711000023", "en"))
                .returns(409, HttpResponse::statusCode)
                .satisfies(refused -> assertThat(refused.body()).contains("START"));
        assertThat(tell("GONE-3", "0711000024", "en").statusCode()).isEqualTo(202);
        restock("GONE-3");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(textTo("+254711000024").path("body").asString())
                                .contains("Thing GONE-3 is back"));
        assertThat(textTo("+254711000023").isMissingNode()).isTrue();

        soldOut("GONE-4");
        assertThat(inbound("id=j2&from=%2B254711000023&text=START").statusCode())
                .isEqualTo(200);
        assertThat(tell("GONE-4", "0711000023", "en").statusCode()).isEqualTo(202);
    }

    private HttpResponse<String> inbound(String form) {
        return shop.send(HttpRequest.newBuilder(shop.uri("/callbacks/africastalking/inbound?token=" + TOKEN))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    @Test
    void isRefusedWithWhatToDo() {
        soldOut("GONE-5");

        assertThat(tell("GONE-5", "+447400123456", "en"))
                .returns(422, HttpResponse::statusCode)
                .satisfies(refused -> assertThat(refused.body()).contains("/phone", "country"));
        assertThat(tell("GONE-5", "+254900222111", "en").statusCode()).isEqualTo(422);
        assertThat(tell("NO-SUCH", "0711000025", "en").statusCode()).isEqualTo(404);
        assertThat(post("/api/v1/products/GONE-5/tell", "{}").statusCode()).isEqualTo(422);
        assertThat(post("/api/v1/products/GONE-5/tell", "{\"phone\":\"0711000025\",\"name\":\"x\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("/api/v1/products/GONE-5/x/tell", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void isNotedOverGraphQlAlike() {
        soldOut("GONE-6");

        JsonNode noted = json(post("/graphql", """
                {"query": "mutation { tellWhenBack(sku: \\"GONE-6\\", phone: \\"0711000026\\") \
                { __typename ... on WishNoted { sku phone until } } }"}""", "Accept-Language", "sw"))
                .path("data")
                .path("tellWhenBack");
        assertThat(noted.path("__typename").asString()).isEqualTo("WishNoted");
        assertThat(noted.path("phone").asString()).isEqualTo("+254711000026");

        JsonNode refused = json(post("/graphql", """
                {"query": "mutation { tellWhenBack(sku: \\"GONE-6\\", phone: \\"Amina\\") \
                { __typename } }"}""")).path("data").path("tellWhenBack");
        assertThat(refused.path("__typename").asString()).isEqualTo("InvalidInput");

        restock("GONE-6");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(textTo("+254711000026").path("body").asString())
                                .contains("Thing GONE-6 sasa ipo"));
    }
}
