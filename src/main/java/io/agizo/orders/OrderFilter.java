package io.agizo.orders;

import io.agizo.api.Cursor;
import io.agizo.customers.CustomerId;
import io.agizo.shared.AmountRange;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.StorableTime;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which orders a list shows; null asks for nothing.
 *
 * @param customers the customers whose orders are wanted
 * @param numbers the numbers that are wanted, or else one of the customers
 * @param from the earliest time, inclusive
 * @param to the latest time, exclusive
 * @param after the sort key of the last order of the page before
 */
record OrderFilter(
        @Nullable OrderStatus status,
        @Nullable Collection<CustomerId> customers,
        @Nullable Collection<OrderNumber> numbers,
        @Nullable Instant from,
        @Nullable Instant to,
        AmountRange totals,
        OrderSort sort,
        @Nullable List<String> after) {

    /** What the database has a total of at most: a forged cursor cannot name one that it has not. */
    private static final Pattern TOTAL = Pattern.compile("\\d{1,15}(\\.\\d{1,4})?");

    /**
     * The sort key of an order.
     *
     * @param value its time or its total, as the database takes it
     */
    record Place(Object value, UUID id) {}

    OrderFilter {
        StorableTime.require("/from", from);
        StorableTime.require("/to", to);
    }

    /** All orders of a customer, latest first. */
    static OrderFilter of(CustomerId customer, @Nullable List<String> after) {
        return new OrderFilter(null, List.of(customer), null, null, null, AmountRange.ANY, OrderSort.NEWEST, after);
    }

    OrderFilter in(OrderStatus other) {
        return new OrderFilter(other, customers, numbers, from, to, totals, sort, after);
    }

    List<String> sortKey(OrderRow order) {
        return List.of(
                sort.byTotal() ? order.total().plain() : order.time().toString(),
                order.id().value().toString());
    }

    /** Where the list goes on, or null if it begins. */
    @Nullable Place place() {
        if (after == null) {
            return null;
        }
        try {
            return new Place(value(after.getFirst()), UUID.fromString(after.get(1)));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException | InvalidInput foreign) {
            throw Cursor.refused();
        }
    }

    private Object value(String text) {
        if (sort.byTotal()) {
            if (!TOTAL.matcher(text).matches()) {
                throw Cursor.refused();
            }
            return new BigDecimal(text);
        }
        Instant time = Instant.parse(text);
        StorableTime.require("", time);
        return OrderStore.timestamp(time);
    }
}
