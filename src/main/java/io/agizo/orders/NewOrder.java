package io.agizo.orders;

import io.agizo.catalog.ProductId;
import io.agizo.customers.Contact;
import io.agizo.customers.CustomerView;
import io.agizo.inventory.StockMovement;
import io.agizo.shared.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order that the desk has decided to place, before it is written.
 *
 * @param customer the customer, as far as the shop knows them yet
 * @param introduced how someone introduced themselves who is looked up only once the order is sure to be placed
 * @param products the product of each line, null where the line is a free item
 * @param units how many units of each product the lines ask for together
 * @param signature of whoever places it
 */
record NewOrder(
        OrderView view,
        @Nullable CustomerView customer,
        @Nullable Contact introduced,
        List<@Nullable ProductId> products,
        Map<ProductId, Integer> units,
        boolean texted,
        String signature) {

    OrderView.@Nullable Buyer buyer() {
        return view.buyer();
    }

    NewOrder orderedBy(CustomerView found) {
        return new NewOrder(view.orderedBy(found), found, null, products, units, texted, signature);
    }

    /** Tells that it was placed, and from which leg of a trace. */
    OrderEvent event(Instant at, @Nullable String trace) {
        return new OrderEvent(OrderEvent.Occasion.of(view.status()), view, customer, null, at, trace);
    }

    /** How its units move: promised to it and still on the shelf, or handed over in the same moment. */
    Stream<StockMovement> movements() {
        Stream<StockMovement> promised = movements("order-placed", view.id().value(), 0, 1);
        return view.status() == OrderStatus.FULFILLED
                ? Stream.concat(promised, movements("order-fulfilled", Ids.next(), -1, -1))
                : promised;
    }

    private Stream<StockMovement> movements(String kind, UUID cause, int onHandOfOne, int reservedOfOne) {
        return units.entrySet().stream()
                .map(wanted -> new StockMovement(
                        wanted.getKey(),
                        cause,
                        kind,
                        onHandOfOne * wanted.getValue(),
                        reservedOfOne * wanted.getValue(),
                        view.id().value(),
                        null,
                        signature));
    }
}
