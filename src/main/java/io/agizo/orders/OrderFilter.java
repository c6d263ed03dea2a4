package io.agizo.orders;

import io.agizo.api.Cursor;
import io.agizo.customers.CustomerId;
import io.agizo.shared.InvalidInput;
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
 * @param number the number that is wanted, or else one of the customers
 * @param from the earliest time, inclusive
 * @param to the latest time, exclusive
 * @param after the sort key of the last order of the page before
 */
record OrderFilter(
        @Nullable OrderStatus status,
        @Nullable Collection<CustomerId> customers,
        @Nullable OrderNumber number,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean newestFirst,
        @Nullable List<String> after) {

    /** The sort key of an order. */
    record Place(Instant time, UUID id) {}

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    OrderFilter {
        requireStorable("/from", from);
        requireStorable("/to", to);
    }

    /** Refuses times that lie outside of what the database can compare with. */
    private static void requireStorable(String pointer, @Nullable Instant time) {
        if (time != null && (time.isBefore(FIRST) || time.isAfter(LAST))) {
            throw new InvalidInput(pointer, "must lie between the years 0001 and 9999");
        }
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
            requireStorable("", time);
            return new Place(time, UUID.fromString(after.get(1)));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException | InvalidInput foreign) {
            throw Cursor.refused();
        }
    }
}
