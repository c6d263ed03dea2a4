package io.agizo.orders;

import io.agizo.catalog.ProductId;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.OrderEvent.Occasion;
import io.agizo.orders.Step.Shift;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what was handed over, in whole or in part. Needs {@code orders:fulfil}. */
@Component
public class ReturnOrder {

    private final OrderSteps steps;
    private final OrderLineStore lines;

    ReturnOrder(OrderSteps steps, OrderLineStore lines) {
        this.steps = steps;
        this.lines = lines;
    }

    /**
     * Books units that came back. A fulfilled order stays fulfilled until every unit of every line is back; an accepted one
     * stays accepted, and what came back is not handed over once more: an edit orders it again.
     *
     * @param back the units that came back now; null for all that the customer has
     * @param restock whether they can be sold again; otherwise they are written off and the stock stays as it is
     * @throws io.agizo.shared.InvalidInput if the customer has fewer units of a line
     */
    @Transactional
    public Decision takeBack(
            Caller caller,
            OrderNumber number,
            @Nullable Integer expectedVersion,
            @Nullable List<LineUnits> back,
            boolean restock) {
        caller.must(Permission.ORDERS_FULFIL);
        HeldOrder order = steps.hold(number, expectedVersion);
        OrderStatus present = order.row().status();
        boolean partlyHandedOver =
                present == OrderStatus.ACCEPTED && !order.handedOver().isEmpty();
        if (!partlyHandedOver && !order.canBecome(OrderStatus.RETURNED)) {
            return order.cannotBecome(OrderStatus.RETURNED);
        }
        Map<StoredLine, Integer> units = order.pick(back, StoredLine::kept);
        boolean whole = !partlyHandedOver
                && order.lines().stream().allMatch(line -> line.kept() == units.getOrDefault(line, 0));
        if (!whole) {
            order.requireRoom();
        }
        lines.addReturned(order.row().id(), units);
        OrderRow after = order.row().movedTo(whole ? OrderStatus.RETURNED : present);
        Occasion occasion = whole ? Occasion.RETURNED : Occasion.PART_RETURNED;
        String detail = Step.backWords(units, restock);
        Map<ProductId, Shift> moved = Step.moved(units, restock ? Shift.RESTOCKED : Shift.WRITTEN_OFF);
        return steps.taken(caller, new Step(after, occasion.word(), detail, occasion, moved));
    }
}
