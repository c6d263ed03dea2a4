package io.agizo.orders;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Accepts or rejects a pending order. Needs {@code orders:decide}. */
@Component
public class DecideOrder {

    private final OrderSteps steps;

    DecideOrder(OrderSteps steps) {
        this.steps = steps;
    }

    /** Takes the order on: its stock stays reserved until it is fulfilled. */
    public Decision accept(Caller caller, OrderNumber number, @Nullable Integer expectedVersion) {
        caller.must(Permission.ORDERS_DECIDE);
        return steps.take(caller, number, expectedVersion, OrderStatus.ACCEPTED, null);
    }

    /** Turns the order down, with the reason that the customer is told; its stock is free again. */
    public Decision reject(Caller caller, OrderNumber number, @Nullable Integer expectedVersion, String reason) {
        caller.must(Permission.ORDERS_DECIDE);
        return steps.take(caller, number, expectedVersion, OrderStatus.REJECTED, reason);
    }
}
