package io.agizo.orders;

import io.agizo.customers.CustomerDirectory;
import io.agizo.customers.CustomerId;
import io.agizo.customers.CustomerView;
import io.agizo.shared.Shop;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts orders together with their lines, timelines, texts and customers: one statement for each, however many orders. */
@Component
class OrderViews {

    private final OrderStore store;
    private final CustomerDirectory customers;
    private final OrderTexts texts;
    private final Shop shop;

    OrderViews(OrderStore store, CustomerDirectory customers, OrderTexts texts, Shop shop) {
        this.store = store;
        this.customers = customers;
        this.texts = texts;
        this.shop = shop;
    }

    List<OrderView> of(Collection<OrderRow> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        List<OrderId> ids = orders.stream().map(OrderRow::id).toList();
        Map<OrderId, List<StoredLine>> lines = store.lines(ids);
        Map<OrderId, List<OrderView.Event>> timelines = store.timelines(ids);
        Map<OrderId, List<OrderMessage>> messages = texts.about(ids);
        Map<CustomerId, CustomerView> buyers = buyers(orders);
        return orders.stream()
                .map(order -> new OrderView(
                        order.id(),
                        order.number(),
                        order.status(),
                        order.customer() == null
                                ? null
                                : OrderView.Customer.of(Objects.requireNonNull(buyers.get(order.customer()))),
                        lines.getOrDefault(order.id(), List.of()).stream()
                                .map(StoredLine::line)
                                .toList(),
                        order.total(),
                        shop.currency().getCurrencyCode(),
                        order.time(),
                        order.placedBy(),
                        order.note(),
                        order.reference(),
                        timelines.getOrDefault(order.id(), List.of()),
                        messages.getOrDefault(order.id(), List.of()),
                        order.version()))
                .toList();
    }

    private Map<CustomerId, CustomerView> buyers(Collection<OrderRow> orders) {
        Set<CustomerId> ids = new HashSet<>();
        for (OrderRow order : orders) {
            if (order.customer() != null) {
                ids.add(order.customer());
            }
        }
        return ids.isEmpty() ? Map.of() : customers.byId(ids);
    }
}
