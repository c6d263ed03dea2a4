package io.agizo.orders;

import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.customers.CustomerCode;
import io.agizo.customers.CustomerDirectory;
import io.agizo.customers.CustomerId;
import io.agizo.customers.CustomerView;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows orders: one, a list, or how many there are of each status. Needs {@code orders:read}. */
@Component
public class ReadOrders {

    /** So many customers may share a word that is searched for; a longer word finds fewer. */
    private static final int MOST_CUSTOMERS = 100;

    private final OrderStore store;
    private final OrderCountStore counts;
    private final OrderViews views;
    private final CustomerDirectory customers;

    ReadOrders(OrderStore store, OrderCountStore counts, OrderViews views, CustomerDirectory customers) {
        this.store = store;
        this.counts = counts;
        this.views = views;
        this.customers = customers;
    }

    /**
     * What a list of orders is asked for; null asks for nothing.
     *
     * @param words an order number, or part of a customer's code, name or phone
     * @param from the earliest time, inclusive
     * @param to the latest time, exclusive
     */
    public record Wanted(
            @Nullable OrderStatus status,
            @Nullable CustomerCode customer,
            @Nullable String words,
            @Nullable Instant from,
            @Nullable Instant to,
            boolean newestFirst) {}

    /**
     * What customer and words come to.
     *
     * @param customers whose orders are wanted; null for everybody's
     * @param number the order that is wanted besides
     */
    private record Meant(
            @Nullable Collection<CustomerId> customers,
            @Nullable OrderNumber number) {}

    /**
     * Reads one order.
     *
     * @throws NotFound if there is no such order, or no longer
     */
    public OrderView one(Caller caller, OrderNumber number) {
        caller.must(Permission.ORDERS_READ);
        OrderRow order = store.find(number).orElseThrow(() -> noOrder(number));
        return views.of(List.of(order)).getFirst();
    }

    public Page<OrderView> list(Caller caller, Wanted wanted, PageRequest page) {
        caller.must(Permission.ORDERS_READ);
        Meant meant = meant(wanted);
        var filter = new OrderFilter(
                wanted.status(),
                meant.customers(),
                meant.number(),
                wanted.from(),
                wanted.to(),
                wanted.newestFirst(),
                page.after());
        Page<OrderRow> orders = page.page(store.list(filter, page.fetch()), OrderFilter::sortKey);
        return orders.with(views.of(orders.items()));
    }

    /** Every status is there, also with no order in it. */
    public Map<OrderStatus, Long> summary(Caller caller) {
        caller.must(Permission.ORDERS_READ);
        Map<OrderStatus, Long> counted = counts.byStatus();
        Map<OrderStatus, Long> summary = new LinkedHashMap<>();
        for (OrderStatus status : OrderStatus.values()) {
            summary.put(status, counted.getOrDefault(status, 0L));
        }
        return summary;
    }

    private Meant meant(Wanted wanted) {
        OrderNumber number = wanted.words() == null ? null : numberIn(wanted.words());
        if (wanted.customer() != null) {
            return ofCustomer(wanted.customer(), wanted.words(), number);
        }
        return wanted.words() == null
                ? new Meant(null, null)
                : new Meant(customers.matching(wanted.words(), MOST_CUSTOMERS), number);
    }

    /** Beside a customer, words narrow: they are this customer's, or the number of an order of theirs. */
    private Meant ofCustomer(CustomerCode code, @Nullable String words, @Nullable OrderNumber number) {
        CustomerView customer = customers.byCode(List.of(code)).get(code);
        if (customer == null) {
            return new Meant(List.of(), null);
        }
        if (words == null || customers.has(customer.id(), words)) {
            return new Meant(List.of(customer.id()), null);
        }
        boolean theirs = number != null
                && store.find(number)
                        .filter(order -> customer.id().equals(order.customer()))
                        .isPresent();
        return new Meant(List.of(), theirs ? number : null);
    }

    private static @Nullable OrderNumber numberIn(String words) {
        try {
            return OrderNumber.parse(words);
        } catch (InvalidInput otherWords) {
            return null;
        }
    }

    static NotFound noOrder(OrderNumber number) {
        return new NotFound("There is no order " + number + ".");
    }
}
