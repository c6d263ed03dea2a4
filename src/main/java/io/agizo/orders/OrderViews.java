package io.agizo.orders;

import io.agizo.customers.CustomerDirectory;
import io.agizo.customers.CustomerId;
import io.agizo.identity.NamesOfPeople;
import io.agizo.identity.Signatures;
import io.agizo.queries.RoundTrip;
import io.agizo.shared.Shop;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts orders together with their lines, timelines, texts and customers: one round trip for all, however many orders. */
@Component
class OrderViews {

    private final RoundTrip trip;
    private final OrderStore store;
    private final CustomerDirectory customers;
    private final OrderTexts texts;
    private final NamesOfPeople people;
    private final Shop shop;

    OrderViews(
            RoundTrip trip,
            OrderStore store,
            CustomerDirectory customers,
            OrderTexts texts,
            NamesOfPeople people,
            Shop shop) {
        this.trip = trip;
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
        var lines = store.lines(ids);
        var timelines = store.timelines(ids);
        var messages = texts.about(ids);
        var buyers = customers.queryById(buyers(orders));
        var read = trip.answers(lines, timelines, messages, buyers);
        Signatures signatures = signatures(orders, read.to(timelines).values());
        return orders.stream()
                .map(order -> new OrderView(
                        order.id(),
                        order.number(),
                        order.status(),
                        order.customer() == null
                                ? null
                                : OrderView.Customer.of(
                                        Objects.requireNonNull(read.to(buyers).get(order.customer()))),
                        order.buyer(),
                        read.to(lines).getOrDefault(order.id(), List.of()).stream()
                                .map(StoredLine::line)
                                .toList(),
                        order.total(),
                        shop.currency().getCurrencyCode(),
                        order.time(),
                        signatures.shown(order.placedBy()),
                        order.note(),
                        order.reference(),
                        read.to(timelines).getOrDefault(order.id(), List.of()).stream()
                                .map(event -> event.signedAs(signatures.shown(event.by())))
                                .toList(),
                        read.to(messages).getOrDefault(order.id(), List.of()),
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

    private static Set<CustomerId> buyers(Collection<OrderRow> orders) {
        return orders.stream().map(OrderRow::customer).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
