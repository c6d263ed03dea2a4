package io.agizo.orders;

import io.agizo.identity.Caller;
import io.agizo.live.Change;
import io.agizo.live.Topic;
import io.agizo.shared.NotFound;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What whoever holds the link of an order can do: see it, hear of it, and cancel it while the shop has not begun. All of it
 * is refused with {@link NotFound} for a secret of no order, or of one that was deleted.
 */
@Component
public class FollowOrder {

    /** Not the person, whom nobody knows: their right is the secret. */
    private static final Caller SHOPPER = new Caller("order-link", FollowedOrder.SHOPPER, Set.of());

    private final OrderLinks links;
    private final OrderStore store;
    private final OrderViews views;
    private final OrderSteps steps;

    FollowOrder(OrderLinks links, OrderStore store, OrderViews views, OrderSteps steps) {
        this.links = links;
        this.store = store;
        this.views = views;
        this.steps = steps;
    }

    @Transactional(readOnly = true)
    public FollowedOrder read(OrderSecret secret) {
        return FollowedOrder.of(view(secret));
    }

    /** Whether the secret is still that of an order. */
    public boolean isGood(OrderSecret secret) {
        return links.opened(secret).flatMap(store::find).isPresent();
    }

    /** Which changes are of this order; what a secret of no order hears is nothing. */
    public Predicate<Change> changes(OrderSecret secret) {
        return links.opened(secret)
                .<Predicate<Change>>map(number -> change ->
                        change.topic() == Topic.ORDERS && change.subject().equals(number.value()))
                .orElse(change -> false);
    }

    /** Cancels it if it is pending; its stock is free again, and the shopper is texted. */
    @Transactional
    public Decision cancel(OrderSecret secret) {
        HeldOrder order = steps.hold(number(secret), null);
        return order.row().status() == OrderStatus.PENDING
                ? steps.taken(SHOPPER, order.to(OrderStatus.CANCELLED, null))
                : order.cannotBecome(OrderStatus.CANCELLED);
    }

    OrderView view(OrderSecret secret) {
        return views.of(List.of(row(secret))).getFirst();
    }

    private OrderRow row(OrderSecret secret) {
        return store.find(number(secret)).orElseThrow(FollowOrder::unknown);
    }

    private OrderNumber number(OrderSecret secret) {
        return links.opened(secret).orElseThrow(FollowOrder::unknown);
    }

    private static NotFound unknown() {
        return new NotFound("There is no such order, or not any more.");
    }
}
