package io.agizo.orders;

import io.agizo.identity.Caller;
import io.agizo.orders.ManyOrdersReport.Refusal;
import io.agizo.orders.ManyOrdersReport.Why;
import io.agizo.orders.OrderView.Event;
import io.agizo.queries.RoundTrip;
import io.agizo.shared.Conflict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes the same step with some orders in one transaction: those that can, in a fixed number of statements; the others stay. */
@Component
class StepTogether {

    private final OrderSteps steps;
    private final OrderStore store;
    private final OrderLineStore lines;
    private final RoundTrip trip;

    StepTogether(OrderSteps steps, OrderStore store, OrderLineStore lines, RoundTrip trip) {
        this.steps = steps;
        this.store = store;
        this.lines = lines;
        this.trip = trip;
    }

    /** Returns why orders stay as they were. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<OrderNumber, Refusal> take(
            Caller caller, OrderAction action, @Nullable String reason, Collection<OrderNumber> numbers) {
        caller.must(action.permission());
        Map<OrderNumber, HeldOrder> held = steps.hold(numbers);
        Map<OrderNumber, Refusal> refused = new HashMap<>();
        List<HeldOrder> elsewhere = new ArrayList<>();
        List<Step> taken = new ArrayList<>();
        Map<OrderId, Map<StoredLine, Integer>> handedOver = new LinkedHashMap<>();
        for (OrderNumber number : numbers) {
            HeldOrder order = held.get(number);
            if (order == null) {
                refused.put(number, refusal(number, Why.NOT_FOUND, "There is no order " + number + "."));
            } else if (!order.canBecome(action.leadsTo())) {
                elsewhere.add(order);
            } else if (action == OrderAction.FULFIL) {
                Map<StoredLine, Integer> units = order.pick(null, StoredLine::left);
                handedOver.put(order.row().id(), units);
                taken.add(order.handOver(units));
            } else {
                try {
                    taken.add(order.to(action.leadsTo(), reason));
                } catch (Conflict partlyFulfilled) {
                    refused.put(number, refusal(number, Why.PARTLY_FULFILLED, partlyFulfilled.getMessage()));
                }
            }
        }
        if (!taken.isEmpty()) {
            lines.addFulfilled(handedOver);
            steps.taken(caller, taken);
        }
        refused.putAll(whoWasFirst(elsewhere, action));
        return refused;
    }

    private Map<OrderNumber, Refusal> whoWasFirst(List<HeldOrder> elsewhere, OrderAction action) {
        Map<OrderNumber, Refusal> refused = new HashMap<>();
        var timelines = trip.answer(store.timelines(
                elsewhere.stream().map(order -> order.row().id()).toList()));
        for (HeldOrder order : elsewhere) {
            OrderRow row = order.row();
            Event last = Objects.requireNonNull(timelines.get(row.id())).getLast();
            refused.put(
                    row.number(),
                    new Refusal(
                            row.number(),
                            Why.ILLEGAL_TRANSITION,
                            order.cannotBecome(action.leadsTo()).words(),
                            row.status(),
                            last.by(),
                            last.at()));
        }
        return refused;
    }

    static Refusal refusal(OrderNumber number, Why why, @Nullable String message) {
        return new Refusal(number, why, Objects.requireNonNullElse(message, why.word()), null, null, null);
    }
}
