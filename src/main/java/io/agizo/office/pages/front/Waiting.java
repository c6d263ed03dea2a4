package io.agizo.office.pages.front;

import io.agizo.api.PageRequest;
import io.agizo.catalog.LowStock;
import io.agizo.catalog.ProductView;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.notifications.ListMessages;
import io.agizo.notifications.MessageStatus;
import io.agizo.notifications.MessageView;
import io.agizo.office.pages.front.WaitsView.Order;
import io.agizo.office.pages.front.WaitsView.Orders;
import io.agizo.office.pages.front.WaitsView.Product;
import io.agizo.office.pages.front.WaitsView.Shelf;
import io.agizo.office.pages.front.WaitsView.Text;
import io.agizo.office.pages.front.WaitsView.Texts;
import io.agizo.orders.OrderSort;
import io.agizo.orders.OrderStatus;
import io.agizo.orders.OrderView;
import io.agizo.orders.ReadOrders;
import io.agizo.orders.ReadOrders.Wanted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what waits, for whoever may see it. */
@Component
class Waiting {

    /** What one deals with in a quarter of an hour; the list of orders has all of them. */
    private static final PageRequest FIRST = new PageRequest(8, null);

    /** What nobody had sent again in a week, nobody will. */
    private static final Duration LATELY = Duration.ofDays(7);

    private final ReadOrders orders;
    private final LowStock lowStock;
    private final ListMessages messages;
    private final Clock clock;

    Waiting(ReadOrders orders, LowStock lowStock, ListMessages messages, Clock clock) {
        this.orders = orders;
        this.lowStock = lowStock;
        this.messages = messages;
        this.clock = clock;
    }

    WaitsView waits(Caller caller) {
        if (!caller.may(Permission.ORDERS_READ)) {
            return new WaitsView(null, null, shelf(caller), texts(caller));
        }
        Map<OrderStatus, Long> counts = orders.summary(caller);
        return new WaitsView(
                orders(caller, OrderStatus.PENDING, counts, caller.may(Permission.ORDERS_DECIDE)),
                orders(caller, OrderStatus.ACCEPTED, counts, caller.may(Permission.ORDERS_FULFIL)),
                shelf(caller),
                texts(caller));
    }

    private @Nullable Shelf shelf(Caller caller) {
        if (!Place.PRODUCTS.isFor(caller)) {
            return null;
        }
        LowStock.Shortage shortage = lowStock.list(caller, FIRST.limit());
        return new Shelf(
                shortage.out() + shortage.low(),
                shortage.worst().stream().map(Waiting::row).toList());
    }

    private static Product row(ProductView product) {
        return new Product(
                product.sku().value(), product.name(), product.stock().available());
    }

    private Orders orders(Caller caller, OrderStatus status, Map<OrderStatus, Long> counts, boolean may) {
        Instant now = clock.instant();
        List<Order> longest =
                orders
                        .list(caller, new Wanted(status, null, null, null, null, OrderSort.OLDEST), FIRST)
                        .items()
                        .stream()
                        .map(order -> row(order, now))
                        .toList();
        return new Orders(Math.max(counts.getOrDefault(status, 0L), longest.size()), longest, may);
    }

    private static Order row(OrderView order, Instant now) {
        return new Order(
                order.number().value(),
                who(order),
                OrderView.Line.inBrief(order.lines()),
                order.total(),
                Age.of(order.time(), now));
    }

    private static @Nullable String who(OrderView order) {
        if (order.buyer() != null) {
            return order.buyer().name();
        }
        return order.customer() == null ? null : order.customer().name();
    }

    private @Nullable Texts texts(Caller caller) {
        if (!caller.may(Permission.MESSAGES_READ)) {
            return null;
        }
        Instant since = clock.instant().minus(LATELY);
        List<Text> rows = Stream.of(MessageStatus.FAILED, MessageStatus.DEAD, MessageStatus.UNKNOWN)
                .flatMap(status -> messages.page(caller, null, status, FIRST).items().stream())
                .filter(text -> text.at().isAfter(since))
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .limit(FIRST.limit())
                .map(Waiting::row)
                .toList();
        String held = messages.page(caller, null, MessageStatus.QUEUED, new PageRequest(1, null)).items().stream()
                .map(MessageView::detail)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Texts(held, rows, caller.may(Permission.MESSAGES_SEND));
    }

    private static Text row(MessageView text) {
        return new Text(
                text.id().toString(),
                text.to() == null ? null : text.to().e164(),
                text.status().word(),
                text.detail(),
                text.order() == null ? null : text.order().value());
    }
}
