package io.agizo.orders;

import static io.agizo.OpenShop.fresh;
import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import io.agizo.Together;
import io.agizo.identity.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class OrderLifeOverGraphQlJourneyTests {

    private static final String REFUSED = """
            result: __typename ... on Refusal {
              message problem
              ... on IllegalTransition { present wanted } ... on NotEditable { present }
              ... on InvalidInput { errors { pointer } } ... on OutOfStock { line available }
            }
            """;

    private static final String STEP = REFUSED + """
            ... on OrderChanged { order { status total note version lines { lineNumber quantity fulfilled returned } } }
            """;

    private static final String VOID = REFUSED + " ... on OrderVoided { number }";

    private final OpenShop office = OpenShop.as();
    private final String sku = fresh("GQLIFE");

    @BeforeEach
    void aShopWithTenUnits() {
        office.post("/api/v1/products", """
                {"sku":"%s","name":"Kericho tea","price":"450.00","stock":10}""".formatted(sku));
    }

    static Stream<Arguments> steps() {
        return Stream.of(
                        Map.entry("accept", OrderStatus.ACCEPTED),
                        Map.entry("reject", OrderStatus.REJECTED),
                        Map.entry("fulfil", OrderStatus.FULFILLED),
                        Map.entry("return", OrderStatus.RETURNED),
                        Map.entry("cancel", OrderStatus.CANCELLED))
                .flatMap(step -> Stream.of(OrderStatus.values())
                        .map(from -> Arguments.of(from, step.getKey(), step.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("steps")
    void takesTheStepsOfTheTableAndNoOther(OrderStatus from, String step, OrderStatus to) {
        String number = in(from);

        JsonNode result = step(step, number);

        if (from.next().contains(to)) {
            assertThat(result.at("/order/status").asString())
                    .as(result.toString())
                    .isEqualTo(to.name());
        } else {
            assertThat(result.path("result").asString()).isEqualTo("IllegalTransition");
            assertThat(result.path("problem").asString()).isEqualTo("/problems/illegal-transition");
            assertThat(result.path("present").asString()).isEqualTo(from.name());
            assertThat(result.path("wanted").asString()).isEqualTo(to.name());
        }
        assertThat(status(number)).isEqualTo(from.next().contains(to) ? to.word() : from.word());
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, true",
        "ACCEPTED, true",
        "REJECTED, false",
        "FULFILLED, false",
        "CANCELLED, false",
        "RETURNED, false"
    })
    void isEditedWhileItIsOpenAndVoidedAtAnyTime(OrderStatus status, boolean open) {
        String number = in(status);

        JsonNode edited = edit(number, "{ note: \"Call first\" }", null);
        assertThat(edited.path("result").asString()).isEqualTo(open ? "OrderChanged" : "NotEditable");
        assertThat(edited.path("present").asString("none")).isEqualTo(open ? "none" : status.name());

        assertThat(mutate("voidOrder(number: \"%s\", restock: true)".formatted(number))
                        .path("number")
                        .asString())
                .isEqualTo(number);
        assertThat(mutate("voidOrder(number: \"%s\")".formatted(number))
                        .path("result")
                        .asString())
                .isEqualTo("NotFound");
        assertThat(office.ask("query ($n: String!) { order(number: $n) { number } }", "n", number)
                        .path("order")
                        .isNull())
                .isTrue();
    }

    @Test
    void changesWhatAnEditNamesAndNothingElse() {
        String number = in(OrderStatus.PENDING);

        JsonNode edited =
                edit(number, "{ lines: [{ lineNumber: 1, quantity: 5 }, { item: \"Bag\", amount: \"5\" }] }", 1);
        assertThat(edited.at("/order/total").asString()).isEqualTo("2255.00");
        assertThat(edited.at("/order/version").asInt()).isEqualTo(2);
        assertThat(stock()).isEqualTo("10 5 5");
        assertThat(edit(number, "{ note: \"x\" }", 1).path("result").asString()).isEqualTo("StaleVersion");
        JsonNode tooMany = edit(number, "{ lines: [{ lineNumber: 1, quantity: 11 }] }", null);
        assertThat(tooMany.path("result").asString()).isEqualTo("OutOfStock");
        assertThat(tooMany.path("available").asInt()).isEqualTo(10);
        assertThat(edit(number, "{ lines: [{ lineNumber: 9, quantity: 1 }] }", null)
                        .path("result")
                        .asString())
                .isEqualTo("InvalidInput");
        assertThat(edit(number, "{ note: \"Call first\" }", null)
                        .at("/order/note")
                        .asString())
                .isEqualTo("Call first");
        assertThat(edit(number, "{ note: null }", null).at("/order/note").asString())
                .isEmpty();
        assertThat(edit(number, "{ lines: null }", null).at("/errors/0/pointer").asString())
                .isEqualTo("/lines");
    }

    @Test
    void isNeitherCancelledNorVoidedWhileNobodySaysWhereItsGoodsWent() {
        String number = in(OrderStatus.FULFILLED);

        JsonNode refused = mutate("voidOrder(number: \"%s\")".formatted(number));

        assertThat(refused.path("result").asString()).isEqualTo("Conflict");
        assertThat(refused.path("problem").asString()).isEqualTo("/problems/partly-fulfilled");
    }

    @Test
    void isHandedOverAndTakenBackInParts() {
        String number = in(OrderStatus.ACCEPTED);
        String one = ", lines: [{ lineNumber: 1, quantity: 1 }]";

        JsonNode part = mutate("fulfilOrder(number: \"%s\"%s, idempotencyKey: \"%s\")".formatted(number, one, number));
        assertThat(part.at("/order/status").asString()).isEqualTo("ACCEPTED");
        assertThat(part.at("/order/lines/0/fulfilled").asInt()).isEqualTo(1);
        assertThat(mutate("fulfilOrder(number: \"%s\"%s, idempotencyKey: \"%s\")".formatted(number, one, number)))
                .as("the same again")
                .isEqualTo(part);
        assertThat(stock()).isEqualTo("9 1 8");
        assertThat(mutate("fulfilOrder(number: \"%s\", lines: [{ lineNumber: 1, quantity: 2 }])".formatted(number))
                        .path("result")
                        .asString())
                .isEqualTo("InvalidInput");
        assertThat(step("fulfil", number).at("/order/status").asString()).isEqualTo("FULFILLED");

        JsonNode back = mutate("returnOrder(number: \"%s\"%s, restock: false)".formatted(number, one));
        assertThat(back.at("/order/lines/0/returned").asInt()).isEqualTo(1);
        assertThat(stock()).isEqualTo("8 0 8");
        assertThat(step("return", number).at("/order/status").asString()).isEqualTo("RETURNED");
        assertThat(stock()).isEqualTo("9 0 9");

        JsonNode ledger = office.ask("""
                query ($s: String!) { movements(sku: $s, first: 3) {
                  edges { node { cause onHandDelta reservedDelta order by } } pageInfo { hasNextPage }
                } }""", "s", sku).path("movements");
        assertThat(ledger.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(ledger.at("/edges/0/node/onHandDelta").asInt()).isEqualTo(1);
        assertThat(ledger.at("/edges/0/node/order").asString()).isEqualTo(number);
        assertThat(office.ask(
                                "{ stockAudit { checked differences { sku onHand reserved ledgerOnHand ledgerReserved } } }")
                        .at("/stockAudit/checked")
                        .asInt())
                .isPositive();
    }

    @Test
    void isAcceptedOrRejectedByOneOfTwoWhoDecideAtOnce() {
        for (int i = 0; i < 10; i++) {
            String number = in(OrderStatus.PENDING);
            List<JsonNode> results = Together.run(List.of(() -> step("accept", number), () -> step("reject", number)));

            List<String> names = new ArrayList<>();
            results.forEach(result -> names.add(result.path("result").asString()));
            assertThat(names).containsExactlyInAnyOrder("OrderChanged", "IllegalTransition");
            step("cancel", number);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ORDERS_EDIT, 'editOrder(number: \"0000-000\", input: {})'",
        "ORDERS_DECIDE, acceptOrder(number: \"0000-000\")",
        "ORDERS_DECIDE, 'rejectOrder(number: \"0000-000\", reason: \"no\")'",
        "ORDERS_FULFIL, fulfilOrder(number: \"0000-000\")",
        "ORDERS_FULFIL, returnOrder(number: \"0000-000\")",
        "ORDERS_CANCEL, cancelOrder(number: \"0000-000\")",
        "ORDERS_DELETE, voidOrder(number: \"0000-000\")",
    })
    void isForThoseWhoMay(Permission needed, String field) {
        String operation = "mutation { m: " + field + " { " + (field.startsWith("void") ? VOID : STEP) + " } }";
        Permission[] others = Stream.of(Permission.values())
                .filter(permission -> permission != needed)
                .toArray(Permission[]::new);

        JsonNode denied = OpenShop.as(others).ask(operation).path("m");
        assertThat(denied.path("result").asString()).isEqualTo("PermissionDenied");
        assertThat(denied.path("message").asString()).contains(needed.scope());
        assertThat(OpenShop.as(needed).ask(operation).at("/m/result").asString())
                .isEqualTo("NotFound");
        assertThat(json(OpenShop.asAnyone().post("/graphql", OpenShop.operation(operation)))
                        .at("/errors/0/extensions/classification")
                        .asString())
                .isEqualTo("UNAUTHORIZED");
    }

    /** An order of two units that has come so far. */
    private String in(OrderStatus status) {
        String number = json(office.post(
                        "/api/v1/orders", "{\"lines\":[{\"sku\":\"%s\",\"quantity\":2}]}".formatted(sku)))
                .path("number")
                .asString();
        List<String> steps = switch (status) {
            case PENDING -> List.of();
            case ACCEPTED -> List.of("accept");
            case REJECTED -> List.of("reject");
            case FULFILLED -> List.of("accept", "fulfil");
            case RETURNED -> List.of("accept", "fulfil", "return");
            case CANCELLED -> List.of("cancel");
        };
        steps.forEach(step -> step(step, number));
        return number;
    }

    private JsonNode step(String step, String number) {
        String reason = step.equals("reject") ? ", reason: \"sold out\"" : "";
        return mutate("%sOrder(number: \"%s\"%s)".formatted(step, number, reason));
    }

    private JsonNode edit(String number, String input, Integer version) {
        return mutate("editOrder(number: \"%s\", input: %s, ifVersion: %s)".formatted(number, input, version));
    }

    private JsonNode mutate(String field) {
        return office.ask("mutation { m: " + field + " { " + (field.startsWith("void") ? VOID : STEP) + " } }")
                .path("m");
    }

    private String status(String number) {
        return json(office.get("/api/v1/orders/" + number)).path("status").asString();
    }

    private String stock() {
        JsonNode stock = json(office.get("/api/v1/products/" + sku)).path("stock");
        return stock.path("onHand").asInt() + " " + stock.path("reserved").asInt() + " "
                + stock.path("available").asInt();
    }
}
