package io.agizo.orders;

import static io.agizo.OpenShop.fresh;
import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import io.agizo.Together;
import io.agizo.identity.Permission;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OrdersJourneyTests {

    private static final String ORDERS = "/api/v1/orders";
    private static final String GIFT_WRAP = "{\"item\":\"Gift wrap\",\"amount\":\"100.00\"}";

    private final OpenShop office = OpenShop.as();
    private final String sku = fresh("SKU");
    private final String customer = fresh("CUST");

    @Test
    void placesReadsAcceptsAndCancelsAnOrder() {
        stock(10);
        office.post("/api/v1/customers", """
                {"code":"%s","name":"Amina Otieno","phone":"0711000001"}""".formatted(customer));

        HttpResponse<String> placed = office.post(ORDERS, """
                {"customer":"%s","lines":[{"sku":"%s","quantity":2},{"item":"Gift wrap","amount":100,"quantity":1}],
                 "time":"2026-01-22T09:00:00Z","note":"Call at the gate"}""".formatted(customer, sku));

        assertThat(placed.statusCode()).isEqualTo(201);
        JsonNode order = json(placed);
        assertThat(order.propertyNames())
                .contains(
                        "number",
                        "status",
                        "customer",
                        "lines",
                        "total",
                        "currency",
                        "time",
                        "placedBy",
                        "note",
                        "timeline",
                        "messages");
        assertThat(order.path("total").asString()).isEqualTo("1000.00");
        assertThat(order.path("time").asString()).isEqualTo("2026-01-22T09:00:00Z");
        assertThat(order.at("/lines/1/sku").isNull()).isTrue();
        assertThat(order.at("/messages/0/to").asString()).isEqualTo("+254711000001");
        String path = ORDERS + "/" + order.path("number").asString();
        assertThat(placed.headers().firstValue("Location")).contains(path);
        assertThat(stockOf()).isEqualTo("10 2 8");

        HttpResponse<String> accepted = office.post(path + "/accept", "");
        assertThat(accepted.statusCode()).isEqualTo(200);
        assertThat(json(accepted).path("status").asString()).isEqualTo("accepted");
        assertThat(json(office.post(path + "/cancel", "")).path("status").asString())
                .isEqualTo("cancelled");
        assertThat(stockOf()).isEqualTo("10 0 10");

        HttpResponse<String> tooLate = office.post(path + "/accept", "");
        assertThat(tooLate.statusCode()).isEqualTo(409);
        assertThat(json(tooLate).path("type").asString()).isEqualTo("/problems/illegal-transition");
        assertThat(json(tooLate).path("detail").asString()).contains("is cancelled");
    }

    @Test
    void takesTheShortestForm() {
        HttpResponse<String> placed = office.post(ORDERS, """
                {"customer":{"name":"Baraka","phone":"0711000002"},"item":"Maize flour 2 kg","amount":"210.00"}""");

        assertThat(placed.statusCode()).isEqualTo(201);
        assertThat(json(placed).path("total").asString()).isEqualTo("210.00");
        assertThat(json(placed).at("/customer/phone").asString()).isEqualTo("+254711000002");
    }

    @Test
    void rejectsOnlyWithAReason() {
        String path = ORDERS + "/"
                + json(office.post(ORDERS, GIFT_WRAP)).path("number").asString();

        HttpResponse<String> without = office.post(path + "/reject", "{}");
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(json(without).at("/errors/0/pointer").asString()).isEqualTo("/reason");

        HttpResponse<String> rejected = office.post(path + "/reject", "{\"reason\":\"no paper\"}");
        assertThat(json(rejected).path("status").asString()).isEqualTo("rejected");
        assertThat(json(rejected).at("/timeline/1/detail").asString()).isEqualTo("no paper");
    }

    @Test
    void sellsTwoHundredUnitsToAThousandPresses() {
        stock(200);
        String order = "{\"lines\":[{\"sku\":\"%s\",\"quantity\":1}]}".formatted(sku);

        List<HttpResponse<String>> answers = Together.run(64, () -> {
                    List<HttpResponse<String>> own = new ArrayList<>();
                    for (int i = 0; i < 16; i++) {
                        own.add(office.post(ORDERS, order));
                    }
                    return own;
                })
                .stream()
                .flatMap(List::stream)
                .toList();

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(200);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 201)
                .hasSize(64 * 16 - 200)
                .allSatisfy(answer ->
                        assertThat(json(answer).path("type").asString()).isEqualTo("/problems/out-of-stock"));
        assertThat(stockOf()).isEqualTo("200 200 0");
    }

    @Test
    void makesOneOrderOfFiftyPressesUnderOneKey() {
        stock(10);
        OpenShop presser = office.with("Idempotency-Key", fresh("press"));
        String order = "{\"lines\":[{\"sku\":\"%s\",\"quantity\":1}]}".formatted(sku);

        List<HttpResponse<String>> answers = Together.run(50, () -> presser.post(ORDERS, order));

        assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(201, 409);
        Set<String> bodies = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .map(HttpResponse::body)
                .collect(Collectors.toSet());
        assertThat(bodies).hasSize(1);
        assertThat(stockOf()).isEqualTo("10 1 9");

        HttpResponse<String> again = presser.post(ORDERS, order);
        assertThat(again.body()).isIn(bodies);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(presser.post(ORDERS, GIFT_WRAP).statusCode()).isEqualTo(422);
    }

    @Test
    void answersAnUnchangedOrderWithItsTagAndRefusesAStaleChange() {
        HttpResponse<String> placed = office.post(ORDERS, GIFT_WRAP);
        String path = ORDERS + "/" + json(placed).path("number").asString();
        String tag = placed.headers().firstValue("ETag").orElseThrow();

        assertThat(office.with("If-None-Match", tag).get(path).statusCode()).isEqualTo(304);
        assertThat(office.with("If-Match", tag).post(path + "/accept", "").statusCode())
                .isEqualTo(200);
        assertThat(office.with("If-Match", tag).post(path + "/cancel", "").statusCode())
                .isEqualTo(412);
        assertThat(office.with("If-None-Match", tag).get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void listsPageByPageWithALinkToTheNext() {
        office.post("/api/v1/customers", "{\"code\":\"%s\",\"name\":\"Amina\"}".formatted(customer));
        for (int i = 0; i < 5; i++) {
            office.post(ORDERS, "{\"customer\":\"%s\",\"item\":\"Bag\",\"amount\":\"5\"}".formatted(customer));
        }
        Set<String> numbers = new HashSet<>();
        String next = ORDERS + "?limit=2&customer=" + customer;
        int pages = 0;
        while (next != null) {
            HttpResponse<String> page = office.get(next);
            json(page)
                    .path("items")
                    .forEach(order -> numbers.add(order.path("number").asString()));
            next = page.headers()
                    .firstValue("Link")
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .orElse(null);
            pages++;
        }
        assertThat(numbers).hasSize(5);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void countsAllSixStatuses() {
        assertThat(json(office.get(ORDERS + "/summary")).propertyNames())
                .containsExactly("pending", "accepted", "rejected", "fulfilled", "cancelled", "returned");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /lines",
                "{\"lines\":[]} | /lines",
                "{\"lines\":null,\"item\":\"Bag\"} | /amount",
                "{\"lines\":[null]} | /lines/0",
                "{\"lines\":[{\"sku\":\"NO-SUCH\",\"quantity\":1}]} | /lines/0/sku",
                "{\"lines\":[{\"sku\":\"A\",\"quantity\":0}]} | /lines/0/quantity",
                "{\"lines\":[{\"sku\":\"A\",\"quantity\":1.5}]} | /lines/0/quantity",
                "{\"lines\":[{\"sku\":\"A\",\"quantity\":99999999999}]} | /lines/0/quantity",
                "{\"lines\":[{\"sku\":\"A\",\"item\":\"B\"}]} | /lines/0/item",
                "{\"lines\":[{\"item\":\"B\"}]} | /lines/0/amount",
                "{\"lines\":[{\"quantity\":1}]} | /lines/0",
                "{\"lines\":[{\"item\":\"B\",\"amount\":\"-1\"}]} | /lines/0/amount",
                "{\"lines\":[{\"item\":\"B\",\"amount\":\"0.001\"}]} | /lines/0/amount",
                "{\"lines\":[{\"item\":\"B\",\"amount\":1e999999999}]} | /lines/0/amount",
                "{\"lines\":[{\"item\":\"B\",\"amount\":\"5\"}],\"item\":\"C\"} | /lines",
                "{\"item\":\"Bag\",\"amount\":\"99999999999.99\",\"quantity\":2} | /lines",
                "{\"customer\":\"NO-SUCH\",\"item\":\"Bag\",\"amount\":\"5\"} | /customer",
                "{\"customer\":{\"phone\":\"0711000001\"},\"item\":\"Bag\",\"amount\":\"5\"} | /customer/name",
                "{\"customer\":{\"name\":\"A\",\"phone\":\"12\"},\"item\":\"Bag\",\"amount\":\"5\"} | /customer/phone",
                "{\"item\":\"Bag\",\"amount\":\"5\",\"time\":\"2999-01-01T00:00:00Z\"} | /time",
                "{\"item\":\"Bag\",\"amount\":\"5\",\"time\":\"+999999999-01-01T00:00:00Z\"} | /time",
                "{\"item\":\"Bag\",\"amount\":\"5\",\"tiem\":\"2026-01-01T00:00:00Z\"} | /tiem",
                "{\"item\":\"B\\u0000g\",\"amount\":\"5\"} | /item",
                "{\"item\":\"B\\ud800g\",\"amount\":\"5\"} | /item"
            })
    void pointsAtWhatIsWrong(String body, String pointer) {
        HttpResponse<String> refused = office.post(ORDERS, body);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?status=lost", "?from=yesterday", "?to=%2B999999999-01-01T00:00:00Z", "?sort=colour", "?limit=0",
                "?limit=201", "?limit=x", "?cursor=!", "?cursor=AAAA", "?customer=a%20b"
            })
    void refusesListsItCannotGive(String query) {
        assertThat(office.get(ORDERS + query).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/0000-000", "/nonsense", "/%F0%9F%8D%B5", "/0000-000/accept"})
    void knowsNothingOfOtherOrders(String path) {
        HttpResponse<String> answer =
                path.endsWith("accept") ? office.post(ORDERS + path, "") : office.get(ORDERS + path);

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void letsNobodyInWithoutAndNamesWhatIsMissing() {
        assertThat(OpenShop.asAnyone().post(ORDERS, GIFT_WRAP).statusCode()).isEqualTo(401);
        HttpResponse<String> denied = OpenShop.as(Permission.ORDERS_READ).post(ORDERS, GIFT_WRAP);
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(json(denied).path("detail").asString()).contains("orders:place");
    }

    @Property(tries = 300)
    void neverFailsAtAnyMutilatedBody(
            @ForAll @IntRange(max = 160) int at, @ForAll byte replacement, @ForAll boolean cut) {
        String good = """
                {"customer":{"name":"Amina","phone":"0711000001"},"lines":[{"item":"Gift wrap","amount":"100.00","quantity":1}],\
                "time":"2026-01-22T09:00:00Z","note":"x"}""";
        int place = Math.min(at, good.length() - 1);
        String bad = good.substring(0, place) + (char) (replacement & 0x7F) + (cut ? "" : good.substring(place + 1));

        int status = OpenShop.as().post(ORDERS, bad).statusCode();

        assertThat(status).isIn(201, 400, 422);
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
}
