package io.agizo.orders;

import io.agizo.api.Cursor;
import io.agizo.customers.CustomerId;
import io.agizo.shared.Columns;
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

    void where(StringBuilder sql, List<Object> params) {
        if (status != null) {
            sql.append(" and status = ?");
            params.add(status.word());
        }
        if (from != null) {
            sql.append(" and ordered_at >= ?");
            params.add(OrderStore.timestamp(from));
        }
        if (to != null) {
            sql.append(" and ordered_at < ?");
            params.add(OrderStore.timestamp(to));
        }
        if (number != null) {
            sql.append(" and (number = ? or customer_id = any (?::uuid[]))");
            params.add(number.value());
            params.add(ids(customers == null ? List.of() : customers));
        } else if (customers != null) {
            sql.append(" and customer_id = any (?::uuid[])");
            params.add(ids(customers));
        }
        if (after != null) {
            sql.append(newestFirst ? " and (ordered_at, id) < (?, ?)" : " and (ordered_at, id) > (?, ?)");
            addSortKey(after, params);
        }
    }

    private static void addSortKey(List<String> after, List<Object> params) {
        try {
            Instant time = Instant.parse(after.getFirst());
            requireStorable("", time);
            params.add(OrderStore.timestamp(time));
            params.add(UUID.fromString(after.get(1)));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException | InvalidInput foreign) {
            throw Cursor.refused();
        }
    }

    private static Object ids(Collection<CustomerId> customers) {
        return Columns.texts(customers, CustomerId::value);
    }
}
