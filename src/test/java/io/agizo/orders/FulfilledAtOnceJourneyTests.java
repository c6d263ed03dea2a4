package io.agizo.orders;

import static io.agizo.OpenShop.fresh;
import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import io.agizo.identity.Permission;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Orders of goods that the customer took along, as at a counter. */
class FulfilledAtOnceJourneyTests {

    private static final String ORDERS = "/api/v1/orders";

    private final OpenShop office = OpenShop.as();
    private final String sku = fresh("SKU");

    @Test
    void placesWhatTheCustomerTookAlongAsFulfilledForThoseWhoMayDoAllThat() {
        stock(3);
        String sale = "{\"lines\":[{\"sku\":\"%s\",\"quantity\":2}],\"fulfilled\":true}".formatted(sku);

        HttpResponse<String> placed =
                office.with("Idempotency-Key", fresh("KEY")).post(ORDERS, sale);

        assertThat(placed.statusCode()).isEqualTo(201);
        assertThat(json(placed).path("status").asString()).isEqualTo("fulfilled");
        assertThat(json(placed).at("/lines/0/fulfilled").asInt()).isEqualTo(2);
        assertThat(json(office.get("/api/v1/products/" + sku))
                        .at("/stock/onHand")
                        .asInt())
                .isEqualTo(1);
        assertThat(office.post(ORDERS, sale).statusCode()).as("out of stock").isEqualTo(409);
        assertThat(office.ask("""
                                mutation { placeOrder(input: {lines: [{item: "Bag", amount: "5"}], fulfilled: true}) {
                                  ... on OrderPlaced { order { status } } } }
                                """).at("/placeOrder/order/status").asString()).isEqualTo("FULFILLED");
        for (Permission lacking : List.of(Permission.ORDERS_DECIDE, Permission.ORDERS_FULFIL)) {
            Set<Permission> held =
                    EnumSet.of(Permission.ORDERS_PLACE, Permission.ORDERS_DECIDE, Permission.ORDERS_FULFIL);
            held.remove(lacking);
            HttpResponse<String> refused =
                    OpenShop.as(held.toArray(Permission[]::new)).post(ORDERS, sale);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains(lacking.scope());
        }
    }

    private void stock(int units) {
        office.post("/api/v1/products", """
                {"sku":"%s","name":"Kericho tea","price":"450.00","stock":%d}""".formatted(sku, units));
    }
}
