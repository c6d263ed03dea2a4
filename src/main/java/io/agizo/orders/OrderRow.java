package io.agizo.orders;

import io.agizo.customers.CustomerId;
import io.agizo.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order as its own row tells it, without lines, timeline, texts and the customer's data. */
record OrderRow(
        OrderId id,
        OrderNumber number,
        OrderStatus status,
        @Nullable CustomerId customer,
        OrderView.@Nullable Buyer buyer,
        Money total,
        String note,
        @Nullable String reference,
        Instant time,
        String placedBy,
        int version) {

    OrderRow edited(Money newTotal, String newNote, Instant newTime) {
        return new OrderRow(
                id, number, status, customer, buyer, newTotal, newNote, reference, newTime, placedBy, version + 1);
    }

    OrderRow movedTo(OrderStatus next) {
        return new OrderRow(id, number, next, customer, buyer, total, note, reference, time, placedBy, version + 1);
    }

    /** In another state by the same change. */
    OrderRow in(OrderStatus next) {
        return new OrderRow(id, number, next, customer, buyer, total, note, reference, time, placedBy, version);
    }
}
