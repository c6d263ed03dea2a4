package io.agizo.orders;

import static io.agizo.OpenShop.fresh;
import static io.agizo.OpenShop.json;
import static io.agizo.OpenShop.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.OpenShop;
import io.agizo.Together;
import io.agizo.identity.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OrdersOverGraphQlJourneyTests {

    /** An order with everything in it that REST shows. */
    private static final String WHOLE = """
            fragment Whole on Order {
              number status customer { code name phone deleted } buyer { name phone }
              lines { lineNumber sku item quantity amount total fulfilled returned }
              total currency time placedBy note reference
              timeline { at by event detail } messages { at to status }
            }
            """;

    private static final String PLACE = """
            mutation ($input: NewOrderInput!, $key: String) {
              placeOrder(input: $input, idempotencyKey: $key) {
                result: __typename
                ... on OrderPlaced { order { ...Whole version } }
                ... on Refusal { message problem }
                ... on OutOfStock { line sku available }
                ... on PriceChanged { line sku price }
                ... on UnknownProduct { line sku }
                ... on UnknownCustomer { code }
                ... on AlreadyPlaced { number }
                ... on InvalidInput { errors { pointer message } }
              }
            }
            """ + WHOLE;

    private static final String STEP = """
            mutation ($number: String!, $version: Int) {
              %sOrder(number: $number, ifVersion: $version %s) {
                result: __typename
                ... on OrderChanged { order { status version timeline { event detail } } }
                ... on Refusal { message problem }
                ... on IllegalTransition { present wanted }
              }
            }
            """;

    private final OpenShop office = OpenShop.as();
    private final String sku = fresh("GQL");
    private final String customer = fresh("GQLC");

    @BeforeEach
    void aShopWithTenUnitsAndACustomer() {
        office.post("/api/v1/products", """
                {"sku":"%s","name":"Kericho tea","price":"450.00","stock":10}""".formatted(sku));
        office.post("/api/v1/customers", """
                {"code":"%s","name":"Amina Otieno","phone":"0711000001"}""".formatted(customer));
    }

    @Test
    void showTheSameOrderAsRest() {
        JsonNode placed = place(
                null,
                Map.of(
                        "customer",
                        Map.of("code", customer),
                        "lines",
                        List.of(units(2), Map.of("item", "Gift wrap", "amount", 100)),
                        "time",
                        "2026-01-22T09:00:00Z",
                        "note",
                        "Call at the gate"));

        assertThat(placed.path("result").asString()).isEqualTo("OrderPlaced");
        String number = placed.at("/order/number").asString();
        assertThat(placed.at("/order/total").asString()).isEqualTo("1000.00");
        // The text goes out meanwhile, so the two may be read on either side of a change of its state.
        await().untilAsserted(() -> {
            JsonNode order = office.ask("query ($n: String!) { order(number: $n) { ...Whole } }" + WHOLE, "n", number)
                    .path("order");
            JsonNode rest = json(office.get("/api/v1/orders/" + number));
            assertThat(order.toString()).isEqualTo(rest.toString().replace("\"pending\"", "\"PENDING\""));
        });
    }

    @Test
    void takeTheStepsOfRestAndNoOther() {
        String number = place(null, order(units(1))).at("/order/number").asString();

        assertThat(step("accept", "", number, 7).path("result").asString()).isEqualTo("StaleVersion");
        assertThat(step("accept", "", number, 1).at("/order/status").asString()).isEqualTo("ACCEPTED");
        JsonNode refused = step("reject", ", reason: \"no\"", number, null);
        assertThat(refused.path("result").asString()).isEqualTo("IllegalTransition");
        assertThat(refused.path("problem").asString()).isEqualTo("/problems/illegal-transition");
        assertThat(refused.path("present").asString()).isEqualTo("ACCEPTED");
        assertThat(refused.path("wanted").asString()).isEqualTo("REJECTED");
        JsonNode cancelled = step("cancel", ", reason: \"rain\"", number, null);
        assertThat(cancelled.at("/order/timeline/2/detail").asString()).isEqualTo("rain");
        assertThat(step("accept", "", "0000-000", null).path("result").asString())
                .isEqualTo("NotFound");
        assertThat(step("reject", ", reason: \" \"", number, null)
                        .path("result")
                        .asString())
                .isEqualTo("InvalidInput");
    }

    @Test
    void areRefusedByTypesThatSayWhy() {
        JsonNode out = place(null, order(units(11)));
        assertThat(out.path("result").asString()).isEqualTo("OutOfStock");
        assertThat(out.path("problem").asString()).isEqualTo("/problems/out-of-stock");
        assertThat(out.path("available").asInt()).isEqualTo(10);

        JsonNode price = place(null, order(Map.of("sku", sku, "quantity", 1, "amount", "400.00")));
        assertThat(price.path("result").asString()).isEqualTo("PriceChanged");
        assertThat(price.path("price").asString()).isEqualTo("450.00");

        JsonNode product = place(null, order(units(1), Map.of("sku", "NO-SUCH")));
        assertThat(product.path("result").asString()).isEqualTo("UnknownProduct");
        assertThat(product.path("line").asInt()).isEqualTo(1);
        assertThat(product.path("problem").asString()).isEqualTo("/problems/invalid-input");

        JsonNode buyer = place(null, Map.of("customer", Map.of("code", "NO-SUCH"), "lines", List.of(units(1))));
        assertThat(buyer.path("result").asString()).isEqualTo("UnknownCustomer");

        String reference = fresh("REF");
        JsonNode first = place(null, Map.of("lines", List.of(units(1)), "reference", reference));
        JsonNode again = place(null, Map.of("lines", List.of(units(1)), "reference", reference));
        assertThat(again.path("result").asString()).isEqualTo("AlreadyPlaced");
        assertThat(again.path("number").asString())
                .isEqualTo(first.at("/order/number").asString());

        JsonNode invalid = place(null, order(Map.of("sku", sku, "item", "Bag")));
        assertThat(invalid.path("result").asString()).isEqualTo("InvalidInput");
        assertThat(invalid.at("/errors/0/pointer").asString()).isEqualTo("/lines/0/item");
    }

    @Test
    void areOneOrderOfTwentyPressesUnderOneKey() {
        String key = fresh("press");

        List<JsonNode> answers = Together.run(20, () -> place(key, order(units(1))));

        assertThat(answers)
                .extracting(answer -> answer.path("result").asString())
                .isSubsetOf("OrderPlaced", "IdempotencyKeyInFlight");
        Set<String> placed = answers.stream()
                .filter(answer -> answer.has("order"))
                .map(JsonNode::toString)
                .collect(Collectors.toSet());
        assertThat(placed).hasSize(1);
        assertThat(place(key, order(units(1))).toString()).isIn(placed);
        assertThat(place(key, order(units(2))).path("result").asString()).isEqualTo("IdempotencyKeyReused");
        assertThat(stock()).isEqualTo("10 1 9");
        JsonNode unfit =
                json(office.post("/graphql", operation(PLACE, "input", order(units(1)), "key", "not visible")));
        assertThat(unfit.at("/errors/0/extensions/errors/0/pointer").asString()).isEqualTo("/idempotencyKey");
    }

    @Test
    void areRefusedAgainUnderTheSameKeyAlthoughThereIsStockByNow() {
        String key = fresh("press");
        JsonNode refused = place(key, order(units(11)));
        office.post("/api/v1/products/" + sku + "/stock-adjustments", "{\"delta\":5,\"reason\":\"delivery\"}");

        assertThat(refused.path("result").asString()).isEqualTo("OutOfStock");
        assertThat(place(key, order(units(11)))).isEqualTo(refused);
    }

    @Test
    void goOnAfterAnyEdge() {
        for (int i = 0; i < 5; i++) {
            place(null, Map.of("customer", Map.of("code", customer), "lines", List.of(units(1))));
        }
        String list = """
                query ($customer: String, $first: Int, $after: String) {
                  orders(customer: $customer, first: $first, after: $after) {
                    edges { cursor node { number } } pageInfo { hasNextPage endCursor }
                  }
                }
                """;
        JsonNode all = office.ask(list, "customer", customer).path("orders");
        List<String> numbers = new ArrayList<>();
        all.path("edges").forEach(edge -> numbers.add(edge.at("/node/number").asString()));
        assertThat(numbers).hasSize(5);
        assertThat(all.at("/pageInfo/hasNextPage").asBoolean()).isFalse();

        for (int i = 0; i < 4; i++) {
            JsonNode next = office.ask(
                            list,
                            "customer",
                            customer,
                            "first",
                            1,
                            "after",
                            all.at("/edges/" + i + "/cursor").asString())
                    .path("orders");
            assertThat(next.at("/edges/0/node/number").asString()).isEqualTo(numbers.get(i + 1));
            assertThat(next.at("/pageInfo/hasNextPage").asBoolean()).isEqualTo(i < 3);
            assertThat(next.at("/pageInfo/endCursor").asString())
                    .isEqualTo(next.at("/edges/0/cursor").asString());
        }
    }

    @Test
    void showTheProductsOfTheirLinesAsTheCallerMaySeeThem() {
        String number = place(null, order(units(2), Map.of("item", "Bag", "amount", "5")))
                .at("/order/number")
                .asString();
        String query =
                "query ($n: String!) { order(number: $n) { lines { product { name stock { onHand available } } } } }";

        JsonNode lines =
                OpenShop.as(Permission.ORDERS_READ).ask(query, "n", number).at("/order/lines");

        assertThat(lines.at("/0/product/name").asString()).isEqualTo("Kericho tea");
        assertThat(lines.at("/0/product/stock/onHand").asInt()).isEqualTo(10);
        assertThat(lines.at("/1/product").isNull()).isTrue();
    }

    @Test
    void countByStatus() {
        JsonNode summary = office.ask("{ ordersSummary { pending accepted rejected fulfilled cancelled returned } }");

        assertThat(summary.path("ordersSummary").propertyNames()).hasSize(6);
        assertThat(summary.at("/ordersSummary/pending").isInt()).isTrue();
    }

    @Test
    void areForThoseWhoMay() {
        JsonNode denied = OpenShop.as(Permission.ORDERS_READ)
                .ask(PLACE, "input", order(units(1)))
                .path("placeOrder");
        assertThat(denied.path("result").asString()).isEqualTo("PermissionDenied");
        assertThat(denied.path("message").asString()).contains("orders:place");

        JsonNode stranger = json(OpenShop.asAnyone().post("/graphql", operation(PLACE, "input", order(units(1)))));
        assertThat(stranger.at("/errors/0/extensions/classification").asString())
                .isEqualTo("UNAUTHORIZED");

        JsonNode reader = json(
                OpenShop.as(Permission.ORDERS_PLACE).post("/graphql", operation("{ orders { edges { cursor } } }")));
        assertThat(reader.at("/errors/0/extensions/classification").asString()).isEqualTo("FORBIDDEN");
        assertThat(reader.at("/errors/0/message").asString()).contains("orders:read");
        assertThat(reader.at("/data/orders").isNull()).isTrue();
    }

    @Test
    void areNullWhereThereIsNone() {
        JsonNode none =
                office.ask("{ a: order(number: \"0000-000\") { number } b: order(number: \"nonsense\") { number } }");

        assertThat(none.path("a").isNull()).isTrue();
        assertThat(none.path("b").isNull()).isTrue();
    }

    private JsonNode place(String key, Map<String, Object> input) {
        return office.ask(PLACE, "input", input, "key", key).path("placeOrder");
    }

    private JsonNode step(String step, String more, String number, Integer version) {
        return office.ask(STEP.formatted(step, more), "number", number, "version", version)
                .path(step + "Order");
    }

    private Map<String, Object> units(int quantity) {
        return Map.of("sku", sku, "quantity", quantity);
    }

    private static Map<String, Object> order(Object... lines) {
        return Map.of("lines", List.of(lines));
    }

    private String stock() {
        JsonNode stock = office.ask(
                        "query ($s: String!) { product(sku: $s) { stock { onHand reserved available } } }", "s", sku)
                .at("/product/stock");
        return stock.path("onHand").asInt() + " " + stock.path("reserved").asInt() + " "
                + stock.path("available").asInt();
    }
}
