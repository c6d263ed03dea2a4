package io.agizo.accounts;

import static io.agizo.OpenShop.fresh;
import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import io.agizo.notifications.phonescreen.ReadPhones;
import io.agizo.shared.PhoneNumber;
import io.agizo.staff.AccountFixtures;
import java.net.http.HttpResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A stranger who wants more than a household buys, and proves their number by a code. */
class ProvedCheckoutJourneyTests {

    private static final String CHECK_OUT = """
            mutation ($cart: ID!, $phone: String!, $code: String) {
              checkOut(cart: $cart, input: { customer: { name: "Amina", phone: $phone, code: $code } }) {
                result: __typename ... on Refusal { message problem }
                ... on CheckedOut { receipt { number } }
                ... on NumberNotProved { errors { pointer message } mostUnits mostLines mostOrders }
                ... on InvalidInput { errors { pointer } }
              }
            }
            """;

    private static final String TEXT = """
            mutation ($cart: ID!, $phone: String!) {
              textBuyerCode(cart: $cart, phone: $phone) {
                result: __typename ... on BuyerCodeTexted { phone } ... on InvalidInput { errors { pointer } }
              }
            }
            """;

    private final OpenShop shopper = OpenShop.asAnyone();
    private final OpenShop office = OpenShop.as();
    private final String sku = fresh("MANY");
    private final PhoneNumber phone = AccountFixtures.phone();
    private String id = "";
    private String cart = "";

    @BeforeEach
    void fillCart() {
        office.post(
                "/api/v1/products", "{\"sku\":\"%s\",\"name\":\"Tea\",\"price\":\"450\",\"stock\":90}".formatted(sku));
        id = json(shopper.post("/api/v1/carts", "")).path("id").asString();
        cart = "/api/v1/carts/" + id;
        shopper.put(cart + "/lines/" + sku, "{\"quantity\":25}");
    }

    @Test
    void isToldTheLimitBesideTheLine() {
        HttpResponse<String> refused = checkOut(null);

        assertThat(refused.statusCode()).isEqualTo(409);
        JsonNode problem = json(refused);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/number-not-proved");
        assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/lines/0");
        assertThat(problem.at("/errors/0/message").asString()).contains("24 units", "code");
        assertThat(problem.path("mostUnits").asInt()).isEqualTo(24);
        assertThat(problem.path("detail").asString()).contains("have a code texted");
    }

    @Test
    void ordersWithTheCodeThatWasTexted() {
        HttpResponse<String> asked = shopper.post(cart + "/codes", "{\"phone\":\"%s\"}".formatted(phone));
        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(json(asked).path("phone").asString()).isEqualTo(phone.e164());
        String code = code();

        HttpResponse<String> wrong = checkOut("x");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(json(wrong).at("/errors/0/pointer").asString()).isEqualTo("/customer/code");

        HttpResponse<String> ordered = checkOut(code);
        assertThat(ordered.statusCode()).isEqualTo(201);
        assertThat(json(checkOut(code)).path("number")).isEqualTo(json(ordered).path("number"));
        assertThat(json(checkOut(null)).path("number")).isEqualTo(json(ordered).path("number"));
        assertThat(json(office.get(
                                "/api/v1/orders/" + json(ordered).path("number").asString()))
                        .at("/buyer/name")
                        .asString())
                .isEqualTo("Amina");
        assertThat(shopper.post(cart + "/codes", "{\"phone\":\"%s\"}".formatted(phone))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void getsOnlySoManyCodesAndNoneForWhatIsNoNumber() {
        for (int i = 0; i < 6; i++) {
            assertThat(shopper.post(cart + "/codes", "{\"phone\":\"%s\"}".formatted(phone))
                            .statusCode())
                    .isEqualTo(202);
        }
        HttpResponse<String> oneTooMany = shopper.post(cart + "/codes", "{\"phone\":\"%s\"}".formatted(phone));

        assertThat(oneTooMany.statusCode()).isEqualTo(429);
        assertThat(oneTooMany.headers().firstValue("Retry-After")).isPresent();
        assertThat(shopper.post(cart + "/codes", "{\"phone\":\"0711OOOOO1\"}").statusCode())
                .isEqualTo(422);
        assertThat(shopper.post("/api/v1/carts/AAAAAAAAAAAAAAAAAAAAAAAA/codes", "{\"phone\":\"0711000001\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void isServedAlikeOverGraphQl() {
        JsonNode refused = ask(null);
        assertThat(refused.path("result").asString()).isEqualTo("NumberNotProved");
        assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/lines/0");
        assertThat(refused.path("mostUnits").asInt()).isEqualTo(24);

        JsonNode asked = shopper.ask(TEXT, "cart", id, "phone", phone.e164()).path("textBuyerCode");
        assertThat(asked.path("phone").asString()).isEqualTo(phone.e164());

        assertThat(ask("x").at("/errors/0/pointer").asString()).isEqualTo("/customer/code");
        assertThat(ask(code()).path("result").asString()).isEqualTo("CheckedOut");
    }

    @Test
    void needsNoCodeAtTheCounter() {
        assertThat(office.post(cart + "/checkout", body(null)).statusCode()).isEqualTo(201);
    }

    private JsonNode ask(String code) {
        return shopper.ask(CHECK_OUT, "cart", id, "phone", phone.e164(), "code", code)
                .path("checkOut");
    }

    private HttpResponse<String> checkOut(String code) {
        return shopper.post(cart + "/checkout", body(code));
    }

    private String body(String code) {
        return "{\"customer\":{\"name\":\"Amina\",\"phone\":\"%s\"%s}}"
                .formatted(phone, code == null ? "" : ",\"code\":\"" + code + '"');
    }

    private String code() {
        return Awaitility.await()
                .until(
                        () -> OpenShop.bean(ReadPhones.class).only(phone).stream()
                                .flatMap(screen -> screen.texts().stream())
                                .map(text -> text.body())
                                .filter(text -> text.contains("confirm an order"))
                                .findFirst()
                                .orElse(""),
                        text -> !text.isEmpty())
                .replaceAll("(?s).*?(\\d{6}).*", "$1");
    }
}
