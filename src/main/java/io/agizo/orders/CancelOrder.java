package io.agizo.orders;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Cancels an order that is pending or accepted and of which the customer has nothing; its stock is free again. Needs
 * {@code orders:cancel}.
 */
@Component
public class CancelOrder {

    private final OrderSteps steps;

    CancelOrder(OrderSteps steps) {
        this.steps = steps;
    }

    public Decision cancel(
            Caller caller, OrderNumber number, @Nullable Integer expectedVersion, @Nullable String reason) {
        caller.must(Permission.ORDERS_CANCEL);
        return steps.take(caller, number, expectedVersion, OrderStatus.CANCELLED, reason);
    }
}
