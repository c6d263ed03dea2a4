package io.agizo.orders;

import io.agizo.identity.Caller;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a shopper who has signed in call off an order of their own, as long as the shop has not accepted it. */
@Component
public class CancelOwnOrder {

    /** How the timeline calls whoever ordered. */
    private static final String CUSTOMER = "Customer";

    private final OrderSteps steps;
    private final OrderStore store;
    private final OwnCustomer own;

    CancelOwnOrder(OrderSteps steps, OrderStore store, OwnCustomer own) {
        this.steps = steps;
        this.store = store;
        this.own = own;
    }

    @Transactional
    public Decision cancel(Caller caller, OrderNumber number, @Nullable Integer expectedVersion) {
        if (!isOwn(caller, number)) {
            throw ReadOrders.noOrder(number);
        }
        HeldOrder order = steps.hold(number, expectedVersion);
        if (order.row().status() != OrderStatus.PENDING) {
            return order.cannotBecome(OrderStatus.CANCELLED);
        }
        Caller customer = new Caller("own:" + caller.id(), CUSTOMER, Set.of());
        return steps.take(customer, number, expectedVersion, OrderStatus.CANCELLED, null);
    }

    private boolean isOwn(Caller caller, OrderNumber number) {
        return own.of(caller)
                .flatMap(customer ->
                        store.find(number).filter(order -> customer.id().equals(order.customer())))
                .isPresent();
    }
}
