package io.agizo.notifications.africastalking;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.agizo.TestDatabase;
import io.agizo.notifications.OptOuts;
import io.agizo.shared.PhoneNumber;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From an order over HTTP to the text on a phone, by way of a stand-in of Africa's Talking. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "agizo.demo.active=true",
            "agizo.sms.africastalking.username=shop",
            "agizo.sms.africastalking.api-key=" + AfricasTalkingJourneyTests.KEY,
            "agizo.sms.africastalking.callback-token=" + AfricasTalkingJourneyTests.TOKEN
        })
@ExtendWith(OutputCaptureExtension.class)
class AfricasTalkingJourneyTests {

    static final String KEY = "key-that-no-one-may-see";
    static final String TOKEN = "token-that-no-one-may-guess";

    private static final String CALLBACK = "/callbacks/africastalking/delivery?token=";

    @RegisterExtension
    static final WireMockExtension AFRICAS_TALKING = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    @Autowired
    private OptOuts optOuts;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        String url = TestDatabase.freshUrl();
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> TestDatabase.USER);
        properties.add("spring.datasource.password", () -> TestDatabase.PASSWORD);
        properties.add("agizo.sms.africastalking.base-url", AFRICAS_TALKING::baseUrl);
    }

    @BeforeEach
    void takesTexts() {
        AFRICAS_TALKING.stubFor(post("/version1/messaging").willReturn(jsonResponse("""
                        {"SMSMessageData": {"Message": "Sent to 1/1 Total Cost: KES 0.8000", "Recipients": [{"statusCode": 101,
                        "number": "+254711000001", "status": "Success", "cost": "KES 0.8000", "messageId": "ATXid_1"}]}}""", 201)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private String bearer() throws Exception {
        String client = Base64.getEncoder().encodeToString("demo-api:demo-api-secret".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = send(to("/oauth2/token")
                .header("Authorization", "Basic " + client)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        return "Bearer " + json.readTree(answer.body()).path("access_token").asString();
    }

    private String placeOrder(String bearer) throws Exception {
        HttpResponse<String> answer = send(to("/api/v1/orders")
                .header("Authorization", bearer)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"customer": {"name": "Amina", "phone": "0711000001"}, "item": "Maize flour 2 kg", "amount": "210.00"}""")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json.readTree(answer.body()).path("number").asString();
    }

    private JsonNode messageOf(String order, String bearer) throws Exception {
        HttpResponse<String> answer = send(to("/api/v1/messages?order=" + order).header("Authorization", bearer));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body()).path("items").path(0);
    }

    private HttpResponse<String> report(String token, Map<String, String> form) throws Exception {
        return report(
                token,
                form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private HttpResponse<String> report(String token, String form) throws Exception {
        return send(to(CALLBACK + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    @Test
    void textsACustomerAndHearsThatThePhoneHasIt(CapturedOutput log) throws Exception {
        String bearer = bearer();
        String order = placeOrder(bearer);
        await().untilAsserted(() ->
                assertThat(messageOf(order, bearer).path("status").asString()).isEqualTo("sent"));

        HttpResponse<String> reported = report(
                TOKEN,
                Map.of("id", "ATXid_1", "status", "Success", "phoneNumber", "+254711000001", "networkCode", "63902"));

        assertThat(reported.statusCode()).isEqualTo(200);
        JsonNode message = messageOf(order, bearer);
        assertThat(message.path("status").asString()).isEqualTo("delivered");
        assertThat(message.path("order").asString()).isEqualTo(order);
        assertThat(message.path("occasion").asString()).isEqualTo("placed");
        assertThat(message.path("kind").asString()).isEqualTo("transactional");
        assertThat(message.path("to").asString()).isEqualTo("+254711000001");
        assertThat(message.path("body").asString()).contains(order, "1 x Maize flour 2 kg", "KES 210.00");
        assertThat(message.path("gateway").asString()).isEqualTo("africastalking");
        assertThat(message.path("gatewayId").asString()).isEqualTo("ATXid_1");
        assertThat(message.path("cost").asString()).isEqualTo("KES 0.8000");
        assertThat(message.has("orderId")).isFalse();
        assertThat(log.getAll()).doesNotContain(KEY, TOKEN);
    }

    @Test
    void readsAPlusThatArrivedAsASpace() throws Exception {
        assertThat(report(TOKEN, "id=ATXid_2&status=Success&phoneNumber=+254711000001")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "token-that-no-one-may-gues", "token-that-no-one-may-guess1"})
    void isNotThereForAnyoneElse(String token) throws Exception {
        var report = Map.of("id", "ATXid_1", "status", "Success", "phoneNumber", "+254711000001");

        HttpResponse<String> answer = report(token, report);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id=a&status=Success",
                "id=a&status=Success&phoneNumber=Amina",
                "id=a%00b&status=Success&phoneNumber=%2B254711000001",
                "id=%ff%fe&status=&phoneNumber=%2B254711000001",
                "id=%zz&status=Success&phoneNumber=%2B254711000001",
                "%",
                "=&=&=",
                "{\"id\": \"a\"}"
            })
    void refusesAReportThatIsNone(String form) throws Exception {
        assertThat(report(TOKEN, form).statusCode()).isBetween(400, 499);
    }

    @Test
    void refusesAReportThatIsTooLarge(CapturedOutput log) throws Exception {
        assertThat(report(TOKEN, "id=" + "a".repeat(101) + "&status=Success&phoneNumber=%2B254711000001")
                        .statusCode())
                .isBetween(400, 499);
        assertThat(report(TOKEN, "id=" + "a".repeat(3_000_000)).statusCode()).isBetween(400, 499);
        assertThat(report(TOKEN, "a=1&".repeat(200_000)).statusCode()).isBetween(400, 499);
        assertThat(log.getAll()).doesNotContain(TOKEN);
    }

    private HttpResponse<String> inbound(String token, String form) throws Exception {
        return send(to("/callbacks/africastalking/inbound?token=" + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    @ParameterizedTest
    @CsvSource({
        "STOP, +254711000011",
        "stop, +254711000012",
        "' Acha. ', +254711000013",
        "\"TOA!\", +254711000014",
        "'\n\tsToP \u2026', +254711000015"
    })
    void hearsWhoWantsNoMoreOfWhatTheyAskedFor(String word, String number) throws Exception {
        String form = "id=in-" + number.substring(1) + "&to=22334&date=2026-11-22&from="
                + URLEncoder.encode(number, StandardCharsets.UTF_8) + "&text="
                + URLEncoder.encode(word, StandardCharsets.UTF_8);

        for (int repeat = 0; repeat < 3; repeat++) {
            assertThat(inbound(TOKEN, form).statusCode()).isEqualTo(200);
        }

        assertThat(optOuts.include(new PhoneNumber(number))).isTrue();
        assertThat(inbound(TOKEN, form.replace("id=in-", "id=start-").replaceAll("text=.*", "text=Anza!"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(optOuts.include(new PhoneNumber(number))).isFalse();
    }

    @Test
    void hearsAnOptOutOfTheNetwork() throws Exception {
        assertThat(inbound(TOKEN, "senderId=DUKA&phoneNumber=%2B254711000016").statusCode())
                .isEqualTo(200);

        assertThat(optOuts.include(new PhoneNumber("+254711000016"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id=1&from=%2B254711000017&text=Hello",
                "id=1&from=%2B254711000017&text=STOP+it+please",
                "id=1&from=%2B254711000017&text=",
                "id=1&from=DUKA&text=Hello",
                "from=%2B254711000017",
                ""
            })
    void keepsNothingOfOtherTextsToTheShop(String form) throws Exception {
        assertThat(inbound(TOKEN, form).statusCode()).isEqualTo(200);

        assertThat(optOuts.include(new PhoneNumber("+254711000017"))).isFalse();
    }

    @Test
    void refusesAStopOfNobody(CapturedOutput log) throws Exception {
        assertThat(inbound(TOKEN, "id=1&from=Amina&text=STOP").statusCode()).isEqualTo(422);
        assertThat(inbound(TOKEN, "from=%2B254711000017&text=STOP").statusCode())
                .isEqualTo(422);
        assertThat(inbound(TOKEN, "phoneNumber=Amina").statusCode()).isEqualTo(422);
        assertThat(inbound(TOKEN, "text=" + "a".repeat(3_000_000)).statusCode()).isBetween(400, 499);
        assertThat(log.getAll()).doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "token-that-no-one-may-guess1"})
    void hearsNobodyElse(String token) throws Exception {
        assertThat(inbound(token, "id=1&from=%2B254711000018&text=STOP").statusCode())
                .isEqualTo(404);
        assertThat(inbound(token, "phoneNumber=%2B254711000018").statusCode()).isEqualTo(404);

        assertThat(optOuts.include(new PhoneNumber("+254711000018"))).isFalse();
    }

    @Test
    void listsMessagesForThoseWhoAskRightly() throws Exception {
        String bearer = bearer();

        assertThat(send(to("/api/v1/messages")).statusCode()).isEqualTo(401);
        assertThat(send(to("/api/v1/messages?status=lost").header("Authorization", bearer)))
                .returns(422, HttpResponse::statusCode)
                .satisfies(answer -> assertThat(answer.body()).contains("/status", "delivered"));
        assertThat(send(to("/api/v1/messages?order=nonsense").header("Authorization", bearer))
                        .statusCode())
                .isEqualTo(422);
        assertThat(send(to("/api/v1/messages?cursor=AAAA").header("Authorization", bearer))
                        .statusCode())
                .isEqualTo(422);
        assertThat(send(to("/api/v1/messages?limit=5&status=queued").header("Authorization", bearer)))
                .returns(200, HttpResponse::statusCode);
    }
}
