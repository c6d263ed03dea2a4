package io.agizo.orders;

import io.agizo.catalog.ProductId;
import io.agizo.customers.Contact;
import io.agizo.customers.CustomerView;
import io.agizo.inventory.StockMovement;
import java.util.List;
import java.util.Map;
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

    /** How its units are reserved: promised to it, and still on the shelf. */
    List<StockMovement> reserved() {
        return units.entrySet().stream()
                .map(wanted -> new StockMovement(
                        wanted.getKey(),
                        view.id().value(),
                        "order-placed",
                        0,
                        wanted.getValue(),
                        view.id().value(),
                        null,
                        signature))
                .toList();
    }
}
