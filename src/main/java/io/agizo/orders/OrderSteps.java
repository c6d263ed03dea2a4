package io.agizo.orders;

import io.agizo.catalog.ProductDetails;
import io.agizo.catalog.ProductId;
import io.agizo.customers.CustomerDirectory;
import io.agizo.identity.Caller;
import io.agizo.inventory.Stock;
import io.agizo.inventory.StockLevel;
import io.agizo.orders.OrderEvent.Occasion;
import io.agizo.orders.OrderView.Event;
import io.agizo.queries.RoundTrip;
import io.agizo.shared.Conflict;
import io.agizo.shared.Stale;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves an order one step on under its lock: status, stock, timeline and text change together or not at all.
 *
 * <p>Its locks are always taken in the same order, first the order's row, then stock levels. The desk locks levels and
 * no order, so nobody waits in a circle.
 */
@Component
class OrderSteps {

    private final RoundTrip trip;
    private final OrderStore store;
    private final OrderViews views;
    private final Stock stock;
    private final CustomerDirectory customers;
    private final OrderTexts texts;
    private final Clock clock;

    OrderSteps(
            RoundTrip trip,
            OrderStore store,
            OrderViews views,
            Stock stock,
            CustomerDirectory customers,
            OrderTexts texts,
            Clock clock) {
        this.trip = trip;
        this.store = store;
        this.views = views;
        this.stock = stock;
        this.customers = customers;
        this.texts = texts;
        this.clock = clock;
    }

    /** Takes a step that is nothing but another status: stock at most comes free. Goods that were handed over stay in the way. */
    @Transactional
    public Decision take(
            Caller caller,
            OrderNumber number,
            @Nullable Integer expectedVersion,
            OrderStatus next,
            @Nullable String reason) {
        HeldOrder order = hold(number, expectedVersion);
        if (!order.canBecome(next)) {
            return order.cannotBecome(next);
        }
        if (next.freesStock()) {
            order.requireNothingHandedOver(
                    "Take that back first, or edit the order down to it: then the order is fulfilled.");
        }
        var freed = next.freesStock() ? Step.freed(order) : Map.<ProductId, Step.Shift>of();
        return taken(caller, new Step(order.row().movedTo(next), next.word(), reason, Occasion.of(next), freed));
    }

    /** Locks the order until the transaction ends: of two that change it at once, one waits and finds what the other left. */
    @Transactional(propagation = Propagation.MANDATORY)
    public HeldOrder hold(OrderNumber number, @Nullable Integer expectedVersion) {
        OrderRow order = store.lock(number).orElseThrow(() -> ReadOrders.noOrder(number));
        Stale.check(expectedVersion, order.version());
        return new HeldOrder(
                order, trip.answer(store.lines(List.of(order.id()))).getOrDefault(order.id(), List.of()));
    }

    /** Writes the step of a held order, and tells the customer of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Decision taken(Caller caller, Step step) {
        Instant now = write(caller, step);
        OrderView view = shown(step.after());
        return new Decision.Taken(step.occasion() == null ? view : tell(step, step.occasion(), view, now));
    }

    /** Writes the step of a held order and tells nobody; the lines are the caller's to write. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant write(Caller caller, Step step) {
        if (!step.stock().isEmpty()) {
            move(caller, step);
        }
        OrderRow after = step.after();
        store.update(after);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        store.append(after.id(), after.version(), new Event(now, caller.signature(), step.event(), step.detail()));
        return now;
    }

    OrderView shown(OrderRow order) {
        return views.of(List.of(order)).getFirst();
    }

    private void move(Caller caller, Step step) {
        Map<ProductId, StockLevel> levels = stock.lock(step.stock().keySet());
        step.stock().forEach((product, shift) -> {
            StockLevel level = levels.get(product);
            if (level != null && level.onHand() > ProductDetails.MOST_ON_HAND - shift.onHand()) {
                throw new Conflict(
                        "conflict",
                        "Of one product the shop cannot hold more than " + ProductDetails.MOST_ON_HAND + " units.");
            }
        });
        stock.move(step.movements(caller.signature()));
    }

    private OrderView tell(Step step, Occasion occasion, OrderView view, Instant now) {
        OrderRow order = step.after();
        if (order.customer() == null) {
            return view;
        }
        var customer = customers.byId(List.of(order.customer())).get(order.customer());
        String reason = occasion.givesReason() ? step.detail() : null;
        var told = texts.queue(List.of(new OrderEvent(occasion, view, customer, reason, now)));
        return told.isEmpty()
                ? view
                : view.withMessages(
                        trip.answer(texts.about(List.of(order.id()))).getOrDefault(order.id(), List.of()));
    }
}
