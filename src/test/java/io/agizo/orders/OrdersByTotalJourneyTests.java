package io.agizo.orders;

import static io.agizo.OpenShop.fresh;
import static io.agizo.OpenShop.json;
import static io.agizo.OpenShop.operation;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list of orders by what they come to. */
class OrdersByTotalJourneyTests {

    private static final String LIST = """
            query($customer: String, $min: Money, $max: Money) {
              orders(customer: $customer, minTotal: $min, maxTotal: $max, sort: LARGEST) { edges { node { total } } }
            }
            """;

    private final OpenShop office = OpenShop.as();
    private final String customer = fresh("SUM");

    @BeforeEach
    void ordersOfThreeTotals() {
        office.post("/api/v1/customers", """
                {"code":"%s","name":"Amina Otieno"}""".formatted(customer));
        for (String amount : List.of("200.00", "100.00", "300.00")) {
            office.post("/api/v1/orders", """
                    {"customer":"%s","item":"Gift wrap","amount":"%s"}""".formatted(customer, amount));
        }
    }

    @Test
    void isSortedAndNarrowedByThem() {
        assertThat(totals("&sort=total")).containsExactly("100.00", "200.00", "300.00");
        assertThat(totals("&sort=-total&limit=2")).containsExactly("300.00", "200.00");
        assertThat(totals("&sort=-total&minTotal=150&maxTotal=200.00")).containsExactly("200.00");
        assertThat(office.with("Accept", "text/csv")
                        .get("/api/v1/orders?customer=" + customer + "&minTotal=250")
                        .body())
                .contains("300.00")
                .doesNotContain("200.00");
    }

    @Test
    void isSoOverGraphQl() {
        assertThat(office.ask(LIST, "customer", customer, "min", "150", "max", null)
                        .at("/orders/edges")
                        .valueStream()
                        .map(edge -> edge.at("/node/total").asString()))
                .containsExactly("300.00", "200.00");
        assertThat(office.post("/graphql", operation(LIST, "customer", customer, "min", "2", "max", "1"))
                        .body())
                .contains("BAD_REQUEST", "must not be less than the minimum");
    }

    @ParameterizedTest
    @CsvSource({
        "minTotal=much,/minTotal",
        "minTotal=-1,/minTotal",
        "maxTotal=1E999999999,/maxTotal",
        "maxTotal=0.001,/maxTotal",
        "minTotal=2&maxTotal=1,/maxTotal",
        "sort=sum,/sort"
    })
    void isRefusedWhereTheyAreNonsense(String query, String pointer) {
        var refused = office.get("/api/v1/orders?" + query);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    private List<String> totals(String query) {
        return json(office.get("/api/v1/orders?customer=" + customer + query))
                .path("items")
                .valueStream()
                .map(order -> order.path("total").asString())
                .toList();
    }
}
