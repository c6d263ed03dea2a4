package io.agizo.orders;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Strikes an order from the books, whatever its state. What it still holds back comes free, and it leaves every read, list
 * and count; its rows, its timeline and its ledger stay. Needs {@code orders:delete}.
 */
@Component
public class VoidOrder {

    private final OrderSteps steps;
    private final OrderStore store;
    private final OrderTexts texts;

    VoidOrder(OrderSteps steps, OrderStore store, OrderTexts texts) {
        this.steps = steps;
        this.store = store;
        this.texts = texts;
    }

    /** Nobody is texted about it, and what still waits to be texted about the order is withdrawn. */
    @Transactional
    public void strike(Caller caller, OrderNumber number, @Nullable Integer expectedVersion) {
        caller.must(Permission.ORDERS_DELETE);
        HeldOrder order = steps.hold(number, expectedVersion);
        OrderRow after = order.row().movedTo(order.row().status());
        Instant now = steps.write(caller, new Step(after, "voided", null, null, Step.freed(order)));
        store.markVoided(after.id(), now);
        texts.withdraw(after.id());
    }
}
