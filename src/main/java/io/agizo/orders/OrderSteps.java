package io.agizo.orders;

import io.agizo.catalog.ProductId;
import io.agizo.customers.CustomerDirectory;
import io.agizo.identity.Caller;
import io.agizo.inventory.Stock;
import io.agizo.inventory.StockMovement;
import io.agizo.orders.OrderEvent.Occasion;
import io.agizo.orders.OrderView.Event;
import io.agizo.shared.Ids;
import io.agizo.shared.Stale;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves an order one step on under its lock: status, stock, timeline and text change together or not at all. */
@Component
class OrderSteps {

    private final OrderStore store;
    private final OrderViews views;
    private final Stock stock;
    private final CustomerDirectory customers;
    private final OrderTexts texts;
    private final Clock clock;

    OrderSteps(
            OrderStore store,
            OrderViews views,
            Stock stock,
            CustomerDirectory customers,
            OrderTexts texts,
            Clock clock) {
        this.store = store;
        this.views = views;
        this.stock = stock;
        this.customers = customers;
        this.texts = texts;
        this.clock = clock;
    }

    @Transactional
    public Decision take(
            Caller caller,
            OrderNumber number,
            @Nullable Integer expectedVersion,
            OrderStatus next,
            @Nullable String reason) {
        OrderRow order = store.lock(number).orElseThrow(() -> ReadOrders.noOrder(number));
        Stale.check(expectedVersion, order.version());
        if (!order.status().canBecome(next)) {
            return new Decision.IllegalTransition(number, order.status(), next);
        }
        if (next.freesStock()) {
            release(caller, order, next);
        }
        OrderRow moved = order.movedTo(next);
        store.update(moved.id(), moved.status(), moved.version());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        store.append(moved.id(), moved.version(), new Event(now, caller.name(), next.word(), reason));
        OrderView view = views.of(List.of(moved)).getFirst();
        return new Decision.Taken(tell(moved, view, next, reason, now));
    }

    private void release(Caller caller, OrderRow order, OrderStatus next) {
        Map<ProductId, Integer> units = new LinkedHashMap<>();
        for (StoredLine line : store.lines(List.of(order.id())).getOrDefault(order.id(), List.of())) {
            if (line.product() != null) {
                units.merge(line.product(), line.line().quantity(), Integer::sum);
            }
        }
        if (!units.isEmpty()) {
            stock.lock(units.keySet());
            UUID cause = Ids.next();
            stock.move(units.entrySet().stream()
                    .map(held -> new StockMovement(
                            held.getKey(),
                            cause,
                            "order-" + next.word(),
                            0,
                            -held.getValue(),
                            order.id().value(),
                            null,
                            caller.name()))
                    .toList());
        }
    }

    private OrderView tell(OrderRow order, OrderView view, OrderStatus next, @Nullable String reason, Instant now) {
        if (order.customer() == null) {
            return view;
        }
        var customer = customers.byId(List.of(order.customer())).get(order.customer());
        var told = texts.queue(List.of(new OrderEvent(Occasion.of(next), view, customer, reason, now)));
        return told.isEmpty()
                ? view
                : view.withMessages(texts.about(List.of(order.id())).getOrDefault(order.id(), List.of()));
    }
}
