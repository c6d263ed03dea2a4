package io.agizo.orders;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands over what was ordered, in whole or in part. Needs {@code orders:fulfil}. */
@Component
public class FulfilOrder {

    private final OrderSteps steps;
    private final OrderLineStore lines;

    FulfilOrder(OrderSteps steps, OrderLineStore lines) {
        this.steps = steps;
        this.lines = lines;
    }

    /**
     * Takes the units from the shelf. An accepted order stays accepted until every unit of every line is handed over.
     *
     * @param handed the units handed over now; null for all that are left, of which there may be none after an edit
     * @throws io.agizo.shared.InvalidInput if a line has fewer units left
     */
    @Transactional
    public Decision fulfil(
            Caller caller, OrderNumber number, @Nullable Integer expectedVersion, @Nullable List<LineUnits> handed) {
        caller.must(Permission.ORDERS_FULFIL);
        HeldOrder order = steps.hold(number, expectedVersion);
        if (!order.canBecome(OrderStatus.FULFILLED)) {
            return order.cannotBecome(OrderStatus.FULFILLED);
        }
        Map<StoredLine, Integer> units = order.pick(handed, StoredLine::left);
        Step step = order.handOver(units);
        lines.addFulfilled(Map.of(order.row().id(), units));
        return steps.taken(caller, step);
    }
}
