package io.agizo.orders;

import io.agizo.customers.CustomerDirectory;
import io.agizo.customers.CustomerId;
import io.agizo.customers.CustomerView;
import io.agizo.identity.NamesOfPeople;
import io.agizo.identity.Signatures;
import io.agizo.shared.Shop;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts orders together with their lines, timelines, texts and customers: one statement for each, however many orders. */
@Component
class OrderViews {

    private final OrderStore store;
    private final CustomerDirectory customers;
    private final OrderTexts texts;
    private final NamesOfPeople people;
    private final Shop shop;

    OrderViews(OrderStore store, CustomerDirectory customers, OrderTexts texts, NamesOfPeople people, Shop shop) {
        this.store = store;
        this.customers = customers;
        this.texts = texts;
        this.people = people;
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
        Signatures signatures = signatures(orders, timelines.values());
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
                        signatures.shown(order.placedBy()),
                        order.note(),
                        order.reference(),
                        timelines.getOrDefault(order.id(), List.of()).stream()
                                .map(event -> new OrderView.Event(
                                        event.at(), signatures.shown(event.by()), event.event(), event.detail()))
                                .toList(),
                        messages.getOrDefault(order.id(), List.of()),
                        order.version()))
                .toList();
    }

    private Signatures signatures(Collection<OrderRow> orders, Collection<List<OrderView.Event>> timelines) {
        return Signatures.read(
                people,
                Stream.concat(
                        orders.stream().map(OrderRow::placedBy),
                        timelines.stream().flatMap(List::stream).map(OrderView.Event::by)));
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
