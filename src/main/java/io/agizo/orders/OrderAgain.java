package io.agizo.orders;

import io.agizo.cart.CartId;
import io.agizo.cart.CartView;
import io.agizo.cart.Carts;
import io.agizo.shared.Sku;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts what was ordered into a cart once more, at the prices of today. */
@Component
public class OrderAgain {

    private final FollowOrder orders;
    private final Carts carts;

    OrderAgain(FollowOrder orders, Carts carts) {
        this.orders = orders;
        this.carts = carts;
    }

    /**
     * What came of it.
     *
     * @param cart what the shopper now has
     * @param missing the names of what is no longer for sale, or for which the cart had no room
     * @param isNothing whether that is all of it
     */
    public record Refilled(CartView cart, List<String> missing, boolean isNothing) {}

    /**
     * Fills the cart of the shopper up to what was ordered: whoever presses twice has it once. Without one that is still
     * open it fills a new one.
     *
     * @throws io.agizo.shared.NotFound for a secret of no order
     */
    @Transactional
    public Refilled fill(OrderSecret secret, @Nullable CartId cart) {
        OrderView order = orders.view(secret);
        Map<Sku, Integer> units = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        Map<Sku, String> names = new LinkedHashMap<>();
        for (OrderView.Line line : order.lines()) {
            if (line.sku() == null) {
                missing.add(line.item());
            } else {
                units.merge(line.sku(), line.quantity(), Integer::sum);
                names.put(line.sku(), line.item());
            }
        }
        Carts.Filled filled = carts.fill(cart, units);
        filled.left().forEach(sku -> missing.add(names.getOrDefault(sku, sku.value())));
        return new Refilled(filled.cart(), missing, filled.left().size() == units.size());
    }
}
