package io.agizo.cart;

import static io.agizo.OpenShop.fresh;
import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import io.agizo.Together;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CartsOverGraphQlJourneyTests {

    private static final String CART =
            "cart { id total currency order version lines { sku name quantity price total available } }";

    private static final String REFUSED = "result: __typename ... on Refusal { message problem }";

    private static final String SET = """
            mutation ($cart: ID!, $sku: String!, $quantity: Int!, $version: Int) {
              setCartLine(cart: $cart, sku: $sku, quantity: $quantity, ifVersion: $version) {
                %s ... on CartUpdated { %s } ... on InvalidInput { errors { pointer } }
              }
            }
            """.formatted(REFUSED, CART);

    private static final String CHECK_OUT = """
            mutation ($cart: ID!, $key: String, $phone: String = "0711000001") {
              checkOut(cart: $cart, input: { customer: { name: "Amina", phone: $phone } }, idempotencyKey: $key) {
                %s ... on CheckedOut { receipt { number status total customer { name phone } lines { item total } } }
                ... on CartChanged { %s } ... on CartShort { sku available } ... on InvalidInput { errors { pointer } }
              }
            }
            """.formatted(REFUSED, CART);

    private final OpenShop office = OpenShop.as();
    private final OpenShop shopper = OpenShop.asAnyone();
    private final String sku = fresh("GQLCART");

    @BeforeEach
    void aShopWithTenUnits() {
        office.post("/api/v1/products", """
                {"sku":"%s","name":"Kericho tea","price":"450.00","stock":10}""".formatted(sku));
    }

    @Test
    void areFilledReadAndCheckedOutByStrangers() {
        String cart = open();
        JsonNode filled = set(cart, 3, null);
        assertThat(filled.at("/cart/total").asString()).isEqualTo("1350.00");
        assertThat(filled.at("/cart/lines/0/available").asInt()).isEqualTo(10);
        JsonNode rest = json(shopper.get("/api/v1/carts/" + cart));
        assertThat(shopper.ask(
                                "query ($id: ID!) { cart(id: $id) { id lines { sku name quantity price total available } total currency order } }",
                                "id",
                                cart)
                        .path("cart")
                        .toString())
                .isEqualTo(rest.toString());
        assertThat(set(cart, 4, 1).path("result").asString()).isEqualTo("StaleVersion");

        JsonNode order = checkOut(cart, null);

        assertThat(order.path("result").asString()).isEqualTo("CheckedOut");
        assertThat(order.at("/receipt/total").asString()).isEqualTo("1350.00");
        assertThat(order.at("/receipt/customer/phone").asString()).isEqualTo("+254711000001");
        assertThat(checkOut(cart, null).at("/receipt/number")).isEqualTo(order.at("/receipt/number"));
        assertThat(set(cart, 1, null).path("result").asString()).isEqualTo("Conflict");
    }

    @Test
    void chargeWhatWasShownOrNothing() {
        String cart = open();
        set(cart, 1, null);
        office.patch("/api/v1/products/" + sku, "{\"price\":\"480.00\"}");

        JsonNode changed = checkOut(cart, null);
        assertThat(changed.path("result").asString()).isEqualTo("CartChanged");
        assertThat(changed.path("problem").asString()).isEqualTo("/problems/cart-changed");
        assertThat(changed.at("/cart/id").asString()).isEqualTo(cart);
        assertThat(changed.at("/cart/total").asString()).isEqualTo("480.00");
        assertThat(checkOut(cart, null).at("/receipt/total").asString()).isEqualTo("480.00");
    }

    @Test
    void areRefusedByTypesThatSayWhy() {
        String cart = open();
        assertThat(checkOut(cart, null).path("result").asString()).isEqualTo("Conflict");
        set(cart, 11, null);
        JsonNode tooMany = checkOut(cart, null);
        assertThat(tooMany.path("result").asString()).isEqualTo("CartShort");
        assertThat(tooMany.path("available").asInt()).isEqualTo(10);
        assertThat(set(cart, 0, null).at("/errors/0/pointer").asString()).isEqualTo("/quantity");
        assertThat(set("A".repeat(24), 1, null).path("result").asString()).isEqualTo("NotFound");
        assertThat(set("nonsense", 1, null).path("result").asString()).isEqualTo("NotFound");
        assertThat(shopper.ask(CHECK_OUT, "cart", cart, "phone", "12")
                        .at("/checkOut/errors/0/pointer")
                        .asString())
                .isEqualTo("/customer/phone");
        JsonNode removed = shopper.ask(
                        "mutation ($c: ID!, $s: String!) { removeCartLine(cart: $c, sku: $s) { " + REFUSED
                                + " ... on CartUpdated { " + CART + " } } }",
                        "c",
                        cart,
                        "s",
                        sku)
                .path("removeCartLine");
        assertThat(removed.at("/cart/lines")).isEmpty();
        assertThat(shopper.ask("{ cart(id: \"nonsense\") { id } }").path("cart").isNull())
                .isTrue();
    }

    @Test
    void areOneOrderHoweverOftenTheyAreCheckedOut() {
        String cart = open();
        set(cart, 2, null);
        String key = fresh("press");

        List<JsonNode> answers = Together.run(10, () -> checkOut(cart, key));

        Set<String> numbers = answers.stream()
                .filter(answer -> answer.has("receipt"))
                .map(answer -> answer.at("/receipt/number").asString())
                .collect(Collectors.toSet());
        assertThat(numbers).hasSize(1);
        assertThat(json(office.get("/api/v1/products/" + sku))
                        .at("/stock/reserved")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void areAnothersForEachStrangerAndTheSameForACallerWhoRepeats() {
        String create = "mutation { createCart(idempotencyKey: \"%s\") { ... on CartCreated { cart { id } } } }"
                .formatted(fresh("cart"));

        assertThat(shopper.ask(create)).isNotEqualTo(shopper.ask(create));
        assertThat(office.ask(create)).isEqualTo(office.ask(create));
    }

    private String open() {
        return shopper.ask("mutation { createCart { ... on CartCreated { cart { id } } } }")
                .at("/createCart/cart/id")
                .asString();
    }

    private JsonNode set(String cart, int quantity, Integer version) {
        return shopper.ask(SET, "cart", cart, "sku", sku, "quantity", quantity, "version", version)
                .path("setCartLine");
    }

    private JsonNode checkOut(String cart, String key) {
        return shopper.ask(CHECK_OUT, "cart", cart, "key", key).path("checkOut");
    }
}
