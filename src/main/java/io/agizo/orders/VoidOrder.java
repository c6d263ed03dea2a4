package io.agizo.orders;

import io.agizo.catalog.ProductId;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.Step.Shift;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final OrderLineStore lines;
    private final OrderTexts texts;

    VoidOrder(OrderSteps steps, OrderStore store, OrderLineStore lines, OrderTexts texts) {
        this.steps = steps;
        this.store = store;
        this.lines = lines;
        this.texts = texts;
    }

    /**
     * Nobody is texted about it, and what still waits to be texted about the order is withdrawn.
     *
     * @param restock whether what the customer has goes back on the shelf or is written off; must be said if there is any
     */
    @Transactional
    public void strike(
            Caller caller, OrderNumber number, @Nullable Integer expectedVersion, @Nullable Boolean restock) {
        caller.must(Permission.ORDERS_DELETE);
        HeldOrder order = steps.hold(number, expectedVersion);
        if (restock == null) {
            order.requireNothingHandedOver(
                    "Say with restock whether that goes back on the shelf (true) or is written off (false).");
        }
        Map<StoredLine, Integer> back = order.handedOver();
        lines.addReturned(order.row().id(), back);
        Instant now = steps.write(caller, List.of(voided(order, back, Boolean.TRUE.equals(restock))));
        store.markVoided(order.row().id(), now);
        texts.withdraw(order.row().id());
    }

    private static Step voided(HeldOrder order, Map<StoredLine, Integer> back, boolean restock) {
        Map<ProductId, Shift> stock = new HashMap<>(Step.freed(order));
        Step.moved(back, restock ? Shift.RESTOCKED : Shift.WRITTEN_OFF)
                .forEach((product, shift) -> stock.merge(product, shift, Shift::plus));
        return new Step(
                order.row().movedTo(order.row().status()), "voided", Step.backWords(back, restock), null, stock);
    }
}
