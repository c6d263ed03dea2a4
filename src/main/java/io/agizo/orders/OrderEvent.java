package io.agizo.orders;

import io.agizo.customers.CustomerView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A step an order has just taken, told within the step's own transaction.
 *
 * @param occasion which step
 * @param order the order as it is after the step, without its texts
 * @param customer who is told; null for a walk-in sale
 * @param reason why it was rejected or cancelled, if anyone said
 * @param trace the leg of a trace, by its W3C traceparent, from which its text goes on; null if it is not followed
 */
public record OrderEvent(
        Occasion occasion,
        OrderView order,
        @Nullable CustomerView customer,
        @Nullable String reason,
        Instant at,
        @Nullable String trace) {

    /** A step that nobody follows. */
    public OrderEvent(
            Occasion occasion, OrderView order, @Nullable CustomerView customer, @Nullable String reason, Instant at) {
        this(occasion, order, customer, reason, at, null);
    }

    /** The same of goods that are called what the names make of them. */
    OrderEvent naming(UnaryOperator<OrderView.Line> names) {
        List<OrderView.Line> lines = order.lines().stream().map(names).toList();
        return new OrderEvent(occasion, order.holding(lines, order.total()), customer, reason, at, trace);
    }

    /** What the order's text is kept under, so that it is queued once: a step that can be taken again has its version to it. */
    public String key() {
        return occasion.recurs ? occasion.word() + "-" + order.version() : occasion.word();
    }

    /** The steps that customers hear of. */
    public enum Occasion {
        PLACED(false),
        ACCEPTED(false),
        REJECTED(false),
        CANCELLED(false),
        /** The total has changed. */
        EDITED(true),
        PART_FULFILLED(true),
        FULFILLED(false),
        PART_RETURNED(true),
        RETURNED(false);

        private final boolean recurs;
        private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

        Occasion(boolean recurs) {
            this.recurs = recurs;
        }

        /** Such as {@code part-fulfilled}. */
        public String word() {
            return word;
        }

        /** Whether the customer is told the words that were said to it. */
        boolean givesReason() {
            return this == REJECTED || this == CANCELLED;
        }

        static Occasion of(OrderStatus reached) {
            return switch (reached) {
                case PENDING -> PLACED;
                case ACCEPTED -> ACCEPTED;
                case REJECTED -> REJECTED;
                case CANCELLED -> CANCELLED;
                case FULFILLED -> FULFILLED;
                case RETURNED -> RETURNED;
            };
        }
    }
}
