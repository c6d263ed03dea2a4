package io.agizo.orders;

import io.agizo.catalog.ProductDetails;
import io.agizo.catalog.ProductId;
import io.agizo.customers.CustomerDirectory;
import io.agizo.customers.CustomerId;
import io.agizo.identity.Caller;
import io.agizo.inventory.Stock;
import io.agizo.inventory.StockLevel;
import io.agizo.live.Change;
import io.agizo.live.Live;
import io.agizo.live.Topic;
import io.agizo.orders.OrderView.Event;
import io.agizo.queries.RoundTrip;
import io.agizo.shared.Conflict;
import io.agizo.shared.Stale;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves orders one step on under their locks: status, stock, timeline and text change together or not at all.
 *
 * <p>Its locks are always taken in the same order, first the orders' rows, then stock levels. The desk locks levels and
 * no order, so nobody waits in a circle.
 */
@Component
class OrderSteps {

    private final RoundTrip trip;
    private final OrderStore store;
    private final OrderViews views;
    private final Stock stock;
    private final CustomerDirectory customers;
    private final TextCustomers textCustomers;
    private final OrderTexts texts;
    private final Live live;
    private final Clock clock;

    OrderSteps(
            RoundTrip trip,
            OrderStore store,
            OrderViews views,
            Stock stock,
            CustomerDirectory customers,
            TextCustomers textCustomers,
            OrderTexts texts,
            Live live,
            Clock clock) {
        this.trip = trip;
        this.store = store;
        this.views = views;
        this.stock = stock;
        this.customers = customers;
        this.textCustomers = textCustomers;
        this.texts = texts;
        this.live = live;
        this.clock = clock;
    }

    /** Takes a step that is nothing but another status. */
    @Transactional
    public Decision take(
            Caller caller,
            OrderNumber number,
            @Nullable Integer expectedVersion,
            OrderStatus next,
            @Nullable String reason) {
        HeldOrder order = hold(number, expectedVersion);
        return order.canBecome(next) ? taken(caller, order.to(next, reason)) : order.cannotBecome(next);
    }

    /** Locks the order until the transaction ends: of two that change it at once, one waits and finds what the other left. */
    @Transactional(propagation = Propagation.MANDATORY)
    public HeldOrder hold(OrderNumber number, @Nullable Integer expectedVersion) {
        HeldOrder order = hold(List.of(number)).get(number);
        if (order == null) {
            throw ReadOrders.noOrder(number);
        }
        Stale.check(expectedVersion, order.row().version());
        return order;
    }

    /** Locks those of the orders that are there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<OrderNumber, HeldOrder> hold(Collection<OrderNumber> numbers) {
        List<OrderRow> orders = store.lock(numbers);
        var lines = trip.answer(store.lines(orders.stream().map(OrderRow::id).toList()));
        return orders.stream()
                .collect(Collectors.toMap(
                        OrderRow::number, order -> new HeldOrder(order, lines.getOrDefault(order.id(), List.of()))));
    }

    /** Writes the step of a held order, and tells the customer of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Decision taken(Caller caller, Step step) {
        OrderView view = taken(caller, List.of(step)).getFirst();
        if (step.occasion() == null || view.customer() == null) {
            return new Decision.Taken(view);
        }
        var told = trip.answer(texts.about(List.of(view.id())));
        return new Decision.Taken(view.withMessages(told.getOrDefault(view.id(), List.of())));
    }

    /** Writes the steps of held orders, each of another one, and tells the customers; the views are without those texts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<OrderView> taken(Caller caller, List<Step> steps) {
        Instant now = write(caller, steps);
        List<OrderView> after = views.of(steps.stream().map(Step::after).toList());
        tell(steps, after, now);
        return after;
    }

    /** Writes the steps of held orders and tells nobody; the lines are the caller's to write. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant write(Caller caller, List<Step> steps) {
        move(caller, steps);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        store.write(
                steps.stream().map(Step::after).toList(),
                steps.stream()
                        .map(step -> new Event(now, caller.signature(), step.event(), step.detail()))
                        .toList());
        live.announce(steps.stream().map(OrderSteps::change).toList());
        return now;
    }

    private static Change change(Step step) {
        OrderRow after = step.after();
        return new Change(
                Topic.ORDERS,
                after.number().value(),
                step.event(),
                after.status().word());
    }

    OrderView shown(OrderRow order) {
        return views.of(List.of(order)).getFirst();
    }

    private void move(Caller caller, List<Step> steps) {
        Map<ProductId, Integer> comeBack = new HashMap<>();
        for (Step step : steps) {
            step.stock().forEach((product, shift) -> comeBack.merge(product, shift.onHand(), Integer::sum));
        }
        Map<ProductId, StockLevel> levels = stock.lock(comeBack.keySet());
        comeBack.forEach((product, units) -> {
            StockLevel level = levels.get(product);
            if (level != null && level.onHand() > ProductDetails.MOST_ON_HAND - units) {
                throw new Conflict(
                        "conflict",
                        "Of one product the shop cannot hold more than " + ProductDetails.MOST_ON_HAND + " units.");
            }
        });
        stock.move(steps.stream()
                .flatMap(step -> step.movements(caller.signature()).stream())
                .toList());
    }

    private void tell(List<Step> steps, List<OrderView> after, Instant now) {
        Set<CustomerId> told = steps.stream()
                .filter(step -> step.occasion() != null)
                .map(step -> step.after().customer())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (told.isEmpty()) {
            return;
        }
        var known = customers.byId(told);
        List<OrderEvent> events = new ArrayList<>(steps.size());
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            CustomerId customer = step.after().customer();
            if (step.occasion() != null && customer != null) {
                String reason = step.occasion().givesReason() ? step.detail() : null;
                events.add(new OrderEvent(step.occasion(), after.get(i), known.get(customer), reason, now));
            }
        }
        textCustomers.queue(events);
    }
}
