package io.agizo.cart;

import static io.agizo.OpenShop.fresh;
import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import io.agizo.Together;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A shopper fills a cart and checks it out, without a token. */
class CartJourneyTests {

    private static final String CARTS = "/api/v1/carts";
    private static final String AMINA =
            "{\"customer\":{\"name\":\"Amina\",\"phone\":\"0711222333\"},\"note\":\"At the gate\"}";

    private final OpenShop shopper = OpenShop.asAnyone();
    private final OpenShop office = OpenShop.as();
    private final String sku = fresh("CART");
    private String cart = "";
    private String line = "";
    private String checkout = "";

    @BeforeEach
    void openCart() {
        office.post(
                "/api/v1/products", "{\"sku\":\"%s\",\"name\":\"Tea\",\"price\":\"450\",\"stock\":10}".formatted(sku));
        HttpResponse<String> opened = shopper.post(CARTS, "");
        cart = CARTS + "/" + json(opened).path("id").asString();
        line = cart + "/lines/" + sku;
        checkout = cart + "/checkout";
    }

    @Test
    void opensACartThatNobodyCanGuess() {
        HttpResponse<String> one = shopper.with("Idempotency-Key", "1").post(CARTS, "");
        HttpResponse<String> other = shopper.with("Idempotency-Key", "1").post(CARTS, "");

        assertThat(one.statusCode()).isEqualTo(201);
        assertThat(one.headers().firstValue("Location"))
                .contains(CARTS + "/" + json(one).path("id").asString());
        assertThat(json(one).path("id")).isNotEqualTo(json(other).path("id"));
        assertThat(json(one).path("lines").isEmpty()).isTrue();
        assertThat(json(one).path("total").asString()).isEqualTo("0.00");
        assertThat(json(one).path("currency").asString()).isEqualTo("KES");
    }

    @Test
    void opensOneCartForAProgramThatRepeatsItself() {
        OpenShop program = office.with("Idempotency-Key", fresh("key"));

        assertThat(program.post(CARTS, "").body())
                .isEqualTo(program.post(CARTS, "").body());
    }

    @Test
    void showsWhatIsInTheCart() {
        HttpResponse<String> put = shopper.put(line, "{\"quantity\":2}");

        assertThat(put.statusCode()).isEqualTo(200);
        JsonNode shown = json(shopper.get(cart));
        assertThat(shown).isEqualTo(json(put));
        assertThat(shown.path("lines").toString())
                .isEqualTo(
                        ("[{\"sku\":\"%s\",\"name\":\"Tea\",\"quantity\":2,\"price\":\"450.00\",\"total\":\"900.00\","
                                        + "\"available\":10}]")
                                .formatted(sku));
        assertThat(shown.path("total").asString()).isEqualTo("900.00");
        assertThat(json(shopper.delete(line)).path("lines").isEmpty()).isTrue();
        assertThat(shopper.delete(line).statusCode()).isEqualTo(404);
    }

    @Test
    void knowsTheVersionThatAChangeIsFor() {
        String tag = shopper.get(cart).headers().firstValue("ETag").orElseThrow();
        assertThat(shopper.with("If-None-Match", tag).get(cart).statusCode()).isEqualTo(304);
        OpenShop stale = shopper.with("If-Match", tag);
        assertThat(stale.put(line, "{\"quantity\":1}").statusCode()).isEqualTo(200);

        assertThat(stale.put(line, "{\"quantity\":2}").statusCode()).isEqualTo(412);
        assertThat(stale.delete(line).statusCode()).isEqualTo(412);
        assertThat(stale.post(checkout, AMINA).statusCode()).isEqualTo(412);
        assertThat(json(shopper.get(cart)).path("order").isNull()).isTrue();
    }

    @Test
    void becomesAnOrder() {
        shopper.put(line, "{\"quantity\":2}");

        HttpResponse<String> ordered = shopper.post(checkout, AMINA);

        assertThat(ordered.statusCode()).isEqualTo(201);
        JsonNode order = json(ordered);
        String path = "/api/v1/orders/" + order.path("number").asString();
        assertThat(ordered.headers().firstValue("Location")).contains(path);
        assertThat(order.path("customer").toString()).isEqualTo("{\"name\":\"Amina\",\"phone\":\"+254711222333\"}");
        assertThat(order.path("placedBy").asString()).isEqualTo("Online shop");
        assertThat(order.path("total").asString()).isEqualTo("900.00");
        JsonNode seenByOffice = json(office.get(path));
        assertThat(seenByOffice.path("lines")).isEqualTo(order.path("lines"));
        assertThat(seenByOffice.path("note").asString()).isEqualTo("At the gate");
        assertThat(json(shopper.get(cart)).path("order")).isEqualTo(order.path("number"));
        assertThat(shopper.put(line, "{\"quantity\":3}").statusCode()).isEqualTo(409);
        assertThat(shopper.delete(line).statusCode()).isEqualTo(409);
        assertThat(shopper.get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void becomesOneOrderHoweverOftenItIsPressed() {
        shopper.put(line, "{\"quantity\":2}");

        List<HttpResponse<String>> answers = Together.run(10, () -> shopper.post(checkout, AMINA));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(answers.stream()
                        .map(answer -> json(answer).path("number").asString())
                        .collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(json(office.get("/api/v1/products/" + sku))
                        .at("/stock/reserved")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void answersAKeyAgainByteForByteAndAnotherShoppersKeyNotAtAll() {
        shopper.put(line, "{\"quantity\":1}");
        OpenShop keyed = shopper.with("Idempotency-Key", "1");
        HttpResponse<String> first = keyed.post(checkout, AMINA);
        office.post("/api/v1/orders/" + json(first).path("number").asString() + "/accept", "");

        HttpResponse<String> again = keyed.post(checkout, AMINA);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(json(shopper.post(checkout, AMINA)).path("status").asString())
                .isEqualTo("accepted");
        openCart();
        shopper.put(line, "{\"quantity\":1}");
        HttpResponse<String> other = keyed.post(checkout, AMINA);
        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(json(other).path("number")).isNotEqualTo(json(first).path("number"));
    }

    @Test
    void tellsAStrangerNothingOfWhoeverHasThePhone() {
        String code = fresh("C");
        office.post(
                "/api/v1/customers",
                "{\"code\":\"%s\",\"name\":\"Wanjiku Secret\",\"phone\":\"+254711444555\"}".formatted(code));
        shopper.put(line, "{\"quantity\":1}");
        String mallory = "{\"customer\":{\"name\":\"Mallory\",\"phone\":\"0711444555\"}}";

        HttpResponse<String> ordered = shopper.post(checkout, mallory);

        assertThat(ordered.body()).contains("Mallory").doesNotContain("Wanjiku", code);
        assertThat(json(office.get("/api/v1/customers/" + code)).path("name").asString())
                .isEqualTo("Wanjiku Secret");
        office.patch("/api/v1/customers/" + code, "{\"phone\":\"+254711444666\"}");
        String number = json(ordered).path("number").asString();
        office.post("/api/v1/orders/" + number + "/reject", "{\"reason\":\"Wanjiku called\"}");
        assertThat(shopper.post(checkout, mallory).body())
                .contains(number, "rejected")
                .doesNotContain("Wanjiku", code, "+254711444666");
    }

    @Test
    void showsTheNewCartWhereSomethingChanged() {
        shopper.put(line, "{\"quantity\":2}");
        office.patch("/api/v1/products/" + sku, "{\"price\":\"500\"}");

        HttpResponse<String> refused = shopper.post(checkout, AMINA);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("type").asString()).isEqualTo("/problems/cart-changed");
        assertThat(json(refused).at("/cart/total").asString()).isEqualTo("1000.00");
        assertThat(json(refused).at("/cart/lines/0/priceBefore").asString()).isEqualTo("450.00");
        assertThat(json(refused).path("cart").toString().replace(",\"priceBefore\":\"450.00\"", ""))
                .isEqualTo(json(shopper.get(cart)).toString());
        assertThat(json(shopper.post(checkout, AMINA)).path("total").asString()).isEqualTo("1000.00");
    }

    @Test
    void refusesWhatWasShownAsTooMuch() {
        shopper.put(line, "{\"quantity\":11}");

        HttpResponse<String> refused = shopper.post(checkout, AMINA);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("type").asString()).isEqualTo("/problems/out-of-stock");
        assertThat(json(refused).path("available").asInt()).isEqualTo(10);
    }

    @Test
    void refusesAnEmptyCart() {
        assertThat(shopper.post(checkout, AMINA).statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"quantity\":0}",
                "{\"quantity\":-1}",
                "{\"quantity\":100001}",
                "{\"quantity\":99999999999999999999}",
                "{\"quantity\":1.5}",
                "{\"quantity\":\"two\"}",
                "{\"quantity\":null}",
                "{\"quantity\":1,\"price\":\"1\"}",
                "null",
                "[]"
            })
    void refusesAQuantityThatIsNone(String body) {
        assertThat(shopper.put(line, body).statusCode()).as(body).isEqualTo(422);
        assertThat(json(shopper.get(cart)).path("lines").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/customer",
                "{\"customer\":null}|/customer",
                "{\"customer\":\"C-001\"}|/customer",
                "{\"customer\":{\"id\":\"C-001\"}}|/customer/id",
                "{\"customer\":{\"phone\":\"0711222333\",\"code\":\"C-001\"}}|/customer/name",
                "{\"customer\":{\"phone\":\"0711222333\"}}|/customer/name",
                "{\"customer\":{\"name\":\" \",\"phone\":\"0711222333\"}}|/customer/name",
                "{\"customer\":{\"name\":\"Amina\"}}|/customer/phone",
                "{\"customer\":{\"name\":\"Amina\",\"phone\":\"12\"}}|/customer/phone",
                "{\"customer\":{\"name\":\"A\\u0000\",\"phone\":\"0711222333\"}}|/customer/name",
                "{\"customer\":{\"name\":\"Amina\",\"phone\":\"0711222333\"},\"total\":\"1\"}|/total",
                "{\"customer\":{\"name\":\"Amina\",\"phone\":\"0711222333\"},\"note\":\"\\u0000\"}|/note"
            })
    void refusesACheckoutThatIsNone(String body, String pointer) {
        shopper.put(line, "{\"quantity\":1}");

        HttpResponse<String> refused = shopper.post(checkout, body);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void refusesBodiesThatAreBrokenOrTooLarge() {
        assertThat(shopper.put(line, "{\"quantity\":").statusCode()).isEqualTo(400);
        assertThat(shopper.put(line, "").statusCode()).isEqualTo(400);
        assertThat(shopper.post(checkout, "{\"note\":\"" + "a".repeat(3_000_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(shopper.post(checkout, "{\"note\":\"" + "a".repeat(1_001) + "\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAAAAAAAAAAAAAAAAAAAAAAA",
                "1",
                "%20",
                "..%2F",
                "00000000-0000-0000-0000-000000000000",
                "%C3%A9",
                "a%27--"
            })
    void findsNoCartUnderAnIdThatWasNotGiven(String id) {
        String path = CARTS + "/" + id;

        assertThat(shopper.get(path).statusCode()).isIn(400, 404);
        assertThat(shopper.put(path + "/lines/" + sku, "{\"quantity\":1}").statusCode())
                .isIn(400, 404);
        assertThat(shopper.delete(path + "/lines/" + sku).statusCode()).isIn(400, 404);
        assertThat(shopper.post(path + "/checkout", AMINA).statusCode()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO-SUCH-PRODUCT", "a%20b", "%00", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void findsNoProductUnderAnSkuThatIsNone(String other) {
        assertThat(shopper.put(cart + "/lines/" + other, "{\"quantity\":1}").statusCode())
                .isIn(400, 404);
    }

    @Test
    void takesInNoHiddenProduct() {
        office.patch("/api/v1/products/" + sku, "{\"visible\":false}");

        assertThat(shopper.put(line, "{\"quantity\":1}").statusCode()).isEqualTo(404);
        assertThat(office.put(line, "{\"quantity\":1}").statusCode()).isEqualTo(404);
    }
}
