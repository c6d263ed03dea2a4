package io.agizo.orders;

import static io.agizo.OpenShop.fresh;
import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Callers;
import io.agizo.OpenShop;
import io.agizo.identity.Permission;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What colleagues tell each other about an order. */
class PrivateNotesJourneyTests {

    private static final String WORDS = "Pays late, so ask first <b>‮gold‬ 🥇";

    private final OpenShop office = OpenShop.as();
    private final String customer = fresh("NOTED");
    private final String number = placed();
    private final String path = "/api/v1/orders/" + number;
    private final String note = path + "/private-note";

    private String placed() {
        office.post(
                "/api/v1/customers",
                "{\"code\":\"%s\",\"name\":\"Neema\",\"phone\":\"+2547119%05d\"}"
                        .formatted(customer, Math.floorMod(customer.hashCode(), 100_000)));
        HttpResponse<String> placed = office.post(
                "/api/v1/orders", "{\"customer\":\"%s\",\"item\":\"Bag\",\"amount\":\"20.00\"}".formatted(customer));
        return json(placed).path("number").asString();
    }

    private void write(String words) {
        HttpResponse<String> answer = office.put(note, "{\"note\":\"%s\"}".formatted(words.replace("\"", "\\\"")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String words() {
        return json(office.get(note)).path("note").asString();
    }

    @Test
    void isEmptyUntilSomebodyWritesIt() {
        assertThat(words()).isEmpty();

        write(WORDS);

        assertThat(words()).isEqualTo(WORDS);
        assertThat(json(office.get(note)).path("by").asString()).isEqualTo("Demo API client");
    }

    @Test
    void isNotOverwrittenByTheSecondOfTwoWhoReadTheSame() {
        write("first");
        String tag = office.get(note).headers().firstValue("ETag").orElseThrow();
        write("second");

        HttpResponse<String> late = office.with("If-Match", tag).put(note, "{\"note\":\"third\"}");

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(words()).isEqualTo("second");
    }

    @Test
    void makesNobodysReadingOfTheOrderStale() {
        String tag = office.get(path).headers().firstValue("ETag").orElseThrow();
        write(WORDS);
        OpenShop.bean(PrintOrders.class)
                .printed(Callers.shopkeeper(), List.of(new OrderNumber(number)), PrintKind.SLIP);

        assertThat(office.with("If-Match", tag)
                        .patch(path, "{\"note\":\"Call\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void showsAtNoOtherDoor() {
        write("Pays late");

        List<HttpResponse<String>> read = List.of(
                office.get(path),
                office.get("/api/v1/orders?customer=" + customer),
                office.with("Accept", "text/csv").get("/api/v1/orders?customer=" + customer),
                office.get("/api/v1/messages?order=" + number),
                office.get("/api/v1/customers/" + customer),
                office.post(path + "/accept", "{}"));

        assertThat(read).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains(answer.uri().getPath().contains("customers") ? customer : number);
            assertThat(answer.body()).doesNotContain("Pays late");
        });
    }

    @Test
    void isWrittenAndReadOverGraphQl() {
        office.ask(
                "mutation($n: String!) { writePrivateNote(number: $n, note: \"Gate is blue\", ifVersion: 0) { __typename } }",
                "n",
                number);

        assertThat(office.ask("query($n: String!) { privateNote(number: $n) { note version } }", "n", number)
                        .path("privateNote")
                        .toString())
                .isEqualTo("{\"note\":\"Gate is blue\",\"version\":1}");
    }

    @Test
    void isErasedWithTheCustomer() {
        write("Neema is a cousin of the chief");

        office.delete("/api/v1/customers/" + customer);

        assertThat(words()).isEmpty();
    }

    @Test
    void hasALimit() {
        HttpResponse<String> refused = office.put(note, "{\"note\":\"%s\"}".formatted("x".repeat(4001)));

        assertThat(refused.statusCode()).isEqualTo(422);
        write("🥇".repeat(2000));
    }

    @Test
    void isForColleaguesAlone() {
        assertThat(OpenShop.asAnyone().get(note).statusCode()).isEqualTo(401);
        assertThat(OpenShop.as(Permission.ORDERS_EDIT).get(note).statusCode()).isEqualTo(403);
        assertThat(OpenShop.as(Permission.ORDERS_READ)
                        .put(note, "{\"note\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
    }
}
