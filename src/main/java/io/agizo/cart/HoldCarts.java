package io.agizo.cart;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Holds carts still while they are checked out, many at a time and within the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HoldCarts {

    private final CartStore store;
    private final Clock clock;

    HoldCarts(CartStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Reads and locks the carts until the transaction ends; those that do not exist, or not any more, are left out. */
    public Map<CartId, Cart> hold(Collection<CartId> carts) {
        return store.lock(carts, clock.instant());
    }

    /** Keeps what is shown of carts that are held. */
    public void show(Collection<Cart> carts) {
        store.save(carts);
    }

    /** Closes carts that are held and open, each as the order of that number. */
    public void checkOut(Map<CartId, String> orders) {
        int open = store.checkOut(orders, clock.instant().plus(Cart.KEPT_CHECKED_OUT));
        if (open != orders.size()) {
            throw new IllegalStateException("Only %d of %d carts were open".formatted(open, orders.size()));
        }
    }
}
