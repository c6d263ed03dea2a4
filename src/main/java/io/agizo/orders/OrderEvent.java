package io.agizo.orders;

import io.agizo.customers.CustomerView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step an order has just taken, told within the step's own transaction.
 *
 * @param occasion which step; an order takes each once
 * @param order the order as it is after the step, without its texts
 * @param customer who is told; null for a walk-in sale
 * @param reason why it was rejected or cancelled, if anyone said
 */
public record OrderEvent(
        Occasion occasion,
        OrderView order,
        @Nullable CustomerView customer,
        @Nullable String reason,
        Instant at) {

    /** The steps that customers hear of. */
    public enum Occasion {
        PLACED,
        ACCEPTED,
        REJECTED,
        CANCELLED;

        static Occasion of(OrderStatus reached) {
            return switch (reached) {
                case PENDING -> PLACED;
                case ACCEPTED -> ACCEPTED;
                case REJECTED -> REJECTED;
                case CANCELLED -> CANCELLED;
                case FULFILLED, RETURNED -> throw new IllegalArgumentException("nobody hears of " + reached);
            };
        }
    }
}
