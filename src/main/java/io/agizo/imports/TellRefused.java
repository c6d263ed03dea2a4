package io.agizo.imports;

import io.agizo.orders.OrderNumber;
import io.agizo.orders.OrderRefused;
import io.agizo.orders.OrderRefused.AlreadyPlaced;
import io.agizo.orders.OrderView;
import io.agizo.orders.PlacedOrders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells the rows of refused orders why. One that was placed before, in an earlier upload or an earlier attempt at this
 * one, is no fault if the file says what the shop has; if it says something else, that is.
 */
@Component
class TellRefused {

    private final PlacedOrders placed;

    TellRefused(PlacedOrders placed) {
        this.placed = placed;
    }

    /** A draft that the desk did not take. */
    record Refusal(OrderDraft draft, OrderRefused why) {}

    List<RowError> errors(List<Refusal> refusals) {
        Map<OrderNumber, OrderView> known = known(refusals);
        List<RowError> errors = new ArrayList<>();
        for (Refusal refusal : refusals) {
            OrderDraft draft = refusal.draft();
            if (refusal.why() instanceof AlreadyPlaced before) {
                OrderView order = known.get(before.number());
                errors.addAll(
                        order == null
                                ? draft.deletedSince(before.number())
                                : new OrderDifferences(draft, order).errors());
            } else {
                errors.addAll(draft.errors(refusal.why()));
            }
        }
        return errors;
    }

    private Map<OrderNumber, OrderView> known(List<Refusal> refusals) {
        List<OrderNumber> numbers = new ArrayList<>();
        for (Refusal refusal : refusals) {
            if (refusal.why() instanceof AlreadyPlaced before) {
                numbers.add(before.number());
            }
        }
        return placed.byNumber(numbers);
    }
}
