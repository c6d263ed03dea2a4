package io.agizo.orders;

import io.agizo.api.Cursor;
import io.agizo.customers.CustomerId;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.StorableTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
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
        boolean newestFirst,
        @Nullable List<String> after) {

    /** The sort key of an order. */
    record Place(Instant time, UUID id) {}

    OrderFilter {
        StorableTime.require("/from", from);
        StorableTime.require("/to", to);
    }

    /** All orders of a customer, latest first. */
    static OrderFilter of(CustomerId customer, @Nullable List<String> after) {
        return new OrderFilter(null, List.of(customer), null, null, null, true, after);
    }

    OrderFilter in(OrderStatus other) {
        return new OrderFilter(other, customers, numbers, from, to, newestFirst, after);
    }

    static List<String> sortKey(OrderRow order) {
        return List.of(order.time().toString(), order.id().value().toString());
    }

    /** Where the list goes on, or null if it begins. */
    @Nullable Place place() {
        if (after == null) {
            return null;
        }
        try {
            Instant time = Instant.parse(after.getFirst());
            StorableTime.require("", time);
            return new Place(time, UUID.fromString(after.get(1)));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException | InvalidInput foreign) {
            throw Cursor.refused();
        }
    }
}
