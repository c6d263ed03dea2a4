package io.agizo.orders;

import static io.agizo.OpenShop.fresh;
import static io.agizo.OpenShop.json;
import static io.agizo.OpenShop.operation;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** In Nairobi, 2 March begins on 1 March at 21:00 UTC. */
class OrdersByDayJourneyTests {

    private static final String DAY_BEFORE = "2026-03-01T20:59:59Z";
    private static final String FIRST_MOMENT = "2026-03-01T21:00:00Z";
    private static final String LAST_MOMENT = "2026-03-02T20:59:59.999Z";
    private static final String DAY_AFTER = "2026-03-02T21:00:00Z";

    private static final String LIST = """
            query($customer: String, $from: Time, $to: Time) {
              orders(customer: $customer, from: $from, to: $to, sort: OLDEST) { edges { node { time } } }
            }
            """;

    private final OpenShop office = OpenShop.as();
    private final String customer = fresh("DAY");

    @BeforeEach
    void ordersAroundADay() {
        office.post("/api/v1/customers", """
                {"code":"%s","name":"Amina Otieno","phone":"0711000001"}""".formatted(customer));
        for (String time : List.of(DAY_BEFORE, FIRST_MOMENT, LAST_MOMENT, DAY_AFTER)) {
            assertThat(office.post("/api/v1/orders", """
                            {"customer":"%s","item":"Gift wrap","amount":"100.00","time":"%s"}""".formatted(customer, time))
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void areListedForTheWholeOfADay() {
        assertThat(times("&from=2026-03-02&to=2026-03-02")).containsExactly(FIRST_MOMENT, LAST_MOMENT);
        assertThat(times("&from=2026-03-02")).containsExactly(FIRST_MOMENT, LAST_MOMENT, DAY_AFTER);
        assertThat(times("&to=2026-03-02")).containsExactly(DAY_BEFORE, FIRST_MOMENT, LAST_MOMENT);
        assertThat(times("&from=2026-03-02&to=" + LAST_MOMENT)).containsExactly(FIRST_MOMENT);
    }

    @Test
    void areListedSoOverGraphQl() {
        JsonNode edges = office.ask(LIST, "customer", customer, "from", "2026-03-02", "to", "2026-03-02")
                .at("/orders/edges");
        JsonNode literal = office.ask("{ orders(customer: \"%s\", from: \"2026-03-03\") { edges { node { time } } } }"
                        .formatted(customer))
                .at("/orders/edges");

        assertThat(edges.valueStream().map(edge -> edge.at("/node/time").asString()))
                .containsExactly(FIRST_MOMENT, LAST_MOMENT);
        assertThat(literal.valueStream().map(edge -> edge.at("/node/time").asString()))
                .containsExactly(DAY_AFTER);
    }

    @Test
    void areDownloadedSoWithTheInstantsOfPrograms() {
        String table = office.with("Accept", "text/csv")
                .get("/api/v1/orders?customer=" + customer + "&from=2026-03-02&to=2026-03-02")
                .body();

        assertThat(table).contains(FIRST_MOMENT, LAST_MOMENT).doesNotContain(DAY_BEFORE, DAY_AFTER);
    }

    @Test
    void areNotListedForATimeThatEndsBeforeItBegins() {
        var refused = office.get("/api/v1/orders?from=2026-03-02&to=2026-03-01");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("/to");
        assertThat(refused.body()).contains("2026-03-01 is before 2026-03-02");
        assertThat(office.with("Accept", "text/csv")
                        .get("/api/v1/orders?from=2026-03-02&to=2026-03-01")
                        .statusCode())
                .isEqualTo(422);
        assertThat(office.post(
                                "/graphql",
                                operation(LIST, "customer", customer, "from", "2026-03-02", "to", "2026-03-01"))
                        .body())
                .contains("BAD_REQUEST", "2026-03-01 is before 2026-03-02");
    }

    @Test
    void areNotPlacedForADayOnly() {
        assertThat(office.post("/api/v1/orders", """
                        {"item":"Gift wrap","amount":"100.00","time":"2026-03-02"}""").statusCode()).isEqualTo(422);
        String placed = office.post("/graphql", operation("""
                        mutation { placeOrder(input: {lines: [{item: "Gift wrap", amount: "100.00"}], time: "2026-03-02"}) {
                          __typename ... on InvalidInput { errors { pointer message } } } }
                        """)).body();
        assertThat(placed).contains("must be an instant").doesNotContain("INTERNAL_ERROR");
    }

    private List<String> times(String span) {
        JsonNode list = json(office.get("/api/v1/orders?sort=time&customer=" + customer + span));
        return list.path("items")
                .valueStream()
                .map(order -> order.path("time").asString())
                .toList();
    }
}
