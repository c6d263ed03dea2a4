package io.agizo.orders;

import static io.agizo.OpenShop.fresh;
import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** An order from its placing to its end, as programs lead it there. */
class OrderLifeJourneyTests {

    private static final String ORDERS = "/api/v1/orders";

    /** The contract's whole table: what each state allows. Everything else is refused. */
    private static final Map<String, List<String>> ALLOWED = Map.of(
            "pending", List.of("edit", "accept", "reject", "cancel", "void"),
            "accepted", List.of("edit", "fulfil", "cancel", "void"),
            "rejected", List.of("void"),
            "fulfilled", List.of("return", "void"),
            "cancelled", List.of("void"),
            "returned", List.of("void"));

    private static final Map<String, List<String>> WAY_TO = Map.of(
            "pending", List.of(),
            "accepted", List.of("accept"),
            "rejected", List.of("reject"),
            "fulfilled", List.of("accept", "fulfil"),
            "cancelled", List.of("cancel"),
            "returned", List.of("accept", "fulfil", "return"));

    private final OpenShop office = OpenShop.as();
    private final String sku = fresh("LIFE");

    static Stream<Arguments> everyVerbInEveryState() {
        return Arrays.stream(OrderStatus.values())
                .map(OrderStatus::word)
                .flatMap(state -> Stream.of("edit", "accept", "reject", "fulfil", "cancel", "return", "void")
                        .map(verb -> Arguments.of(state, verb)));
    }

    @ParameterizedTest
    @MethodSource("everyVerbInEveryState")
    void takesTheStepsOfTheContractAndNamesTheStateWhereItRefuses(String state, String verb) {
        stock(10);
        String path = placed("{\"lines\":[{\"sku\":\"%s\",\"quantity\":2}]}".formatted(sku));
        WAY_TO.get(state).forEach(step -> take(path, step));
        String before = office.get(path).body();
        String levels = stockOf();

        HttpResponse<String> answer = take(path, verb);

        if (ALLOWED.get(state).contains(verb)) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(verb.equals("void") ? 204 : 200);
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
            assertThat(json(answer).path("type").asString()).isEqualTo("/problems/illegal-transition");
            assertThat(json(answer).path("detail").asString()).contains("is " + state);
            assertThat(office.get(path).body()).isEqualTo(before);
            assertThat(stockOf()).isEqualTo(levels);
        }
    }

    @Test
    void isNeitherCancelledNorVoidedWhileNobodySaysWhereItsGoodsWent() {
        stock(10);
        String path = placed("{\"lines\":[{\"sku\":\"%s\",\"quantity\":5}]}".formatted(sku));
        take(path, "accept");
        office.post(path + "/fulfil", "{\"lines\":[{\"lineNumber\":1,\"quantity\":3}]}");

        for (HttpResponse<String> refused : List.of(take(path, "cancel"), office.delete(path))) {
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
            assertThat(json(refused).path("type").asString()).isEqualTo("/problems/partly-fulfilled");
            assertThat(json(refused).path("detail").asString()).contains("3 × " + sku);
        }
        assertThat(office.delete(path + "?restock=maybe").statusCode()).isEqualTo(422);
        assertThat(stockOf()).isEqualTo("7 2 5");
        assertThat(office.delete(path + "?restock=true").statusCode()).isEqualTo(204);
        assertThat(stockOf()).isEqualTo("10 0 10");
    }

    @Test
    void handsOverInPartsAndTakesBackInParts() {
        stock(10);
        String path = placed("""
                {"lines":[{"sku":"%s","quantity":3},{"item":"Gift wrap","amount":"100.00","quantity":1}]}""".formatted(sku));
        take(path, "accept");

        JsonNode part = json(office.post(path + "/fulfil", "{\"lines\":[{\"lineNumber\":1,\"quantity\":2}]}"));
        assertThat(part.path("status").asString()).isEqualTo("accepted");
        assertThat(part.at("/lines/0/fulfilled").asInt()).isEqualTo(2);
        assertThat(part.at("/timeline/2/event").asString()).isEqualTo("part-fulfilled");
        assertThat(part.at("/timeline/2/detail").asString()).isEqualTo("2 × " + sku);
        assertThat(stockOf()).isEqualTo("8 1 7");

        JsonNode whole = json(take(path, "fulfil"));
        assertThat(whole.path("status").asString()).isEqualTo("fulfilled");
        assertThat(stockOf()).isEqualTo("7 0 7");

        JsonNode back = json(office.post(path + "/return", "{\"lines\":[{\"lineNumber\":1,\"quantity\":1}]}"));
        assertThat(back.path("status").asString()).isEqualTo("fulfilled");
        assertThat(back.at("/lines/0/returned").asInt()).isOne();
        assertThat(stockOf()).isEqualTo("8 0 8");

        JsonNode broken = json(office.post(path + "/return", "{\"restock\":false}"));
        assertThat(broken.path("status").asString()).isEqualTo("returned");
        assertThat(broken.at("/timeline/5/detail").asString()).isEqualTo("2 × " + sku + ", 1 × Gift wrap; written off");
        assertThat(stockOf()).isEqualTo("8 0 8");
    }

    @Test
    void editsWhatItShows() {
        stock(10);
        String path = placed("""
                {"lines":[{"sku":"%s","quantity":2},{"item":"Gift wrap","amount":"100.00"}],"note":"Call"}""".formatted(sku));
        office.patch("/api/v1/products/" + sku, "{\"price\":\"999.00\"}");
        HttpResponse<String> read = office.get(path);
        String lines = json(read).path("lines").toString().replaceFirst("\"quantity\":2", "\"quantity\":3");

        HttpResponse<String> edited =
                office.with("If-Match", tag(read)).patch(path, "{\"lines\":%s,\"note\":null}".formatted(lines));

        assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
        assertThat(json(edited).path("total").asString()).isEqualTo("1450.00");
        assertThat(json(edited).path("note").asString()).isEmpty();
        assertThat(json(edited).at("/timeline/1/event").asString()).isEqualTo("edited");
        assertThat(json(edited).at("/timeline/1/detail").asString())
                .isEqualTo(sku + " 2 → 3; total 1000.00 → 1450.00; note “Call” → “”");
        assertThat(tag(edited)).isEqualTo(tag(office.get(path))).startsWith("\"2-");
        assertThat(stockOf()).isEqualTo("10 3 7");
        assertThat(office.with("If-Match", tag(read))
                        .patch(path, "{\"note\":\"x\"}")
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void refusesAnEditBeyondTheStockAsItRefusesAnOrder() {
        stock(5);
        String path = placed("{\"lines\":[{\"sku\":\"%s\",\"quantity\":2}]}".formatted(sku));
        String before = office.get(path).body();

        HttpResponse<String> refused =
                office.patch(path, "{\"lines\":[{\"sku\":\"%s\",\"quantity\":6}],\"note\":\"x\"}".formatted(sku));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("type").asString()).isEqualTo("/problems/out-of-stock");
        assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("/lines/0/quantity");
        assertThat(json(refused).path("available").asInt()).isEqualTo(5);
        assertThat(office.get(path).body()).isEqualTo(before);
    }

    @Test
    void knowsAVoidedOrderNoMore() {
        stock(5);
        String reference = fresh("ref");
        String order = "{\"lines\":[{\"sku\":\"%s\",\"quantity\":2}],\"reference\":\"%s\"}".formatted(sku, reference);
        String path = placed(order);
        String number = path.substring(path.lastIndexOf('/') + 1);
        long pending = json(office.get(ORDERS + "/summary")).path("pending").asLong();

        assertThat(take(path, "void").statusCode()).isEqualTo(204);

        assertThat(office.get(path).statusCode()).isEqualTo(404);
        assertThat(take(path, "void").statusCode()).isEqualTo(404);
        assertThat(take(path, "accept").statusCode()).isEqualTo(404);
        assertThat(json(office.get(ORDERS + "?q=" + number)).path("items").size())
                .isZero();
        assertThat(json(office.get(ORDERS + "/summary")).path("pending").asLong())
                .isEqualTo(pending - 1);
        assertThat(stockOf()).isEqualTo("5 0 5");
        assertThat(office.post(ORDERS, order).statusCode()).isEqualTo(409);
        JsonNode freed =
                json(office.get("/api/v1/products/" + sku + "/movements")).at("/items/0");
        assertThat(freed.path("cause").asString()).isEqualTo("order-voided");
        assertThat(freed.path("order").asString()).isEqualTo(number);
    }

    @Test
    void tellsEachMovementPageByPageAndFindsTheLevelsRight() {
        stock(10);
        String path = placed("{\"lines\":[{\"sku\":\"%s\",\"quantity\":2}]}".formatted(sku));
        office.post("/api/v1/products/" + sku + "/stock-adjustments", "{\"delta\":-1,\"reason\":\"breakage\"}");
        take(path, "accept");
        take(path, "fulfil");

        List<String> movements = new ArrayList<>();
        String next = "/api/v1/products/" + sku + "/movements?limit=3";
        while (next != null) {
            HttpResponse<String> page = office.get(next);
            json(page)
                    .path("items")
                    .forEach(each -> movements.add("%s %d %d %s"
                            .formatted(
                                    each.path("cause").asString(),
                                    each.path("onHandDelta").asInt(),
                                    each.path("reservedDelta").asInt(),
                                    each.path("reason").asString())));
            next = page.headers()
                    .firstValue("Link")
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .orElse(null);
        }

        assertThat(movements)
                .containsExactly(
                        "order-fulfilled -2 -2 ", "adjustment -1 0 breakage", "order-placed 0 2 ", "opening 10 0 ");
        JsonNode audit = json(office.get("/api/v1/stock/audit"));
        assertThat(audit.path("checked").asLong()).isPositive();
        assertThat(audit.path("differences").toString()).isEqualTo("[]");
    }

    @Test
    void takesAStepUnderAKeyOnce() {
        stock(10);
        String path = placed("{\"lines\":[{\"sku\":\"%s\",\"quantity\":5}]}".formatted(sku));
        take(path, "accept");
        OpenShop presser = office.with("Idempotency-Key", fresh("step"));
        String part = "{\"lines\":[{\"lineNumber\":1,\"quantity\":2}]}";

        HttpResponse<String> first = presser.post(path + "/fulfil", part);
        HttpResponse<String> again = presser.post(path + "/fulfil", part);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(stockOf()).isEqualTo("8 3 5");
        assertThat(presser.post(path + "/fulfil", "").statusCode()).isEqualTo(422);
    }

    private HttpResponse<String> take(String path, String verb) {
        return switch (verb) {
            case "edit" -> office.patch(path, "{\"note\":\"" + fresh("note") + "\"}");
            case "void" -> office.delete(path + "?restock=true");
            case "reject" -> office.post(path + "/reject", "{\"reason\":\"sold out\"}");
            default -> office.post(path + "/" + verb, "");
        };
    }

    private String placed(String order) {
        return ORDERS + "/" + json(office.post(ORDERS, order)).path("number").asString();
    }

    private void stock(int units) {
        office.post("/api/v1/products", """
                {"sku":"%s","name":"Kericho tea","price":"450.00","stock":%d}""".formatted(sku, units));
    }

    private String stockOf() {
        JsonNode stock = json(office.get("/api/v1/products/" + sku)).path("stock");
        return stock.path("onHand").asInt() + " " + stock.path("reserved").asInt() + " "
                + stock.path("available").asInt();
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
