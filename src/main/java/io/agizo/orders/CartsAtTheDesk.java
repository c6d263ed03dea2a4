package io.agizo.orders;

import io.agizo.cart.Cart;
import io.agizo.cart.CartId;
import io.agizo.cart.HoldCarts;
import io.agizo.shared.Shop;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Brings carts to the desk and writes what became of them: a fixed number of statements, and none for a batch without. */
@Component
class CartsAtTheDesk {

    private final HoldCarts carts;
    private final OrderStore store;
    private final OrderViews views;
    private final CountUnproved unproved;
    private final Shop shop;
    private final Clock clock;

    CartsAtTheDesk(
            HoldCarts carts, OrderStore store, OrderViews views, CountUnproved unproved, Shop shop, Clock clock) {
        this.carts = carts;
        this.store = store;
        this.views = views;
        this.unproved = unproved;
        this.shop = shop;
        this.clock = clock;
    }

    /** Locks the carts that are to be checked out, and reads what those became that were checked out before. */
    CartBatch hold(Collection<CheckoutRequest> wishes) {
        Map<CartId, Cart> held = wishes.isEmpty()
                ? Map.of()
                : carts.hold(wishes.stream().map(CheckoutRequest::cart).toList());
        return new CartBatch(
                held, earlier(held.values()), shop.currency(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** What those of the buyers may still order who have not proved their numbers; the stock is locked by then. */
    UnprovedBuyers unproved(Collection<CheckoutRequest> wishes, BatchDecision decision) {
        return unproved.of(wishes, decision.customers());
    }

    private Map<OrderNumber, OrderView> earlier(Collection<Cart> held) {
        List<OrderNumber> numbers = new ArrayList<>();
        for (Cart cart : held) {
            if (cart.order() != null) {
                numbers.add(new OrderNumber(cart.order()));
            }
        }
        return numbers.isEmpty()
                ? Map.of()
                : views.of(store.byNumber(numbers)).stream()
                        .collect(Collectors.toMap(OrderView::number, order -> order));
    }

    /** Writes which carts became orders, and what is shown of those that did not. */
    void write(CartBatch batch) {
        if (!batch.ordered().isEmpty()) {
            carts.checkOut(batch.ordered().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, order -> order.getValue().value())));
        }
        if (!batch.shownAgain().isEmpty()) {
            carts.show(batch.shownAgain());
        }
    }
}
