package io.agizo.orders;

import io.agizo.orders.NewOrderRequest.Buyer;
import io.agizo.orders.NewOrderRequest.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sale as it was rung up at the counter, perhaps while there was no line.
 *
 * @param key made when it was rung up: however often it is sent, it is one order
 * @param seller the id of the caller who rang it up; null for whoever sends it
 * @param buyer null for a walk-in
 * @param rungUp null for now
 * @param handedOver whether the customer has the goods; else they are kept for them
 * @param texted whether the customer is sent the receipt as a text
 */
public record CounterSale(
        String key,
        @Nullable String seller,
        @Nullable Buyer buyer,
        List<Line> lines,
        @Nullable RungUp rungUp,
        String note,
        boolean handedOver,
        boolean texted) {

    public static final int LONGEST_KEY = 64;

    public CounterSale {
        lines = List.copyOf(lines);
    }

    OrderStatus reached() {
        return handedOver ? OrderStatus.FULFILLED : OrderStatus.ACCEPTED;
    }

    /**
     * When it was rung up by the till's clock, which may be wrong.
     *
     * @param clock what that clock says as the sale is sent
     */
    public record RungUp(Instant at, Instant clock) {

        /** The longest that a sale waits for its line, with room to spare; whatever claims more had its clock set meanwhile. */
        private static final Duration LONGEST_WAIT = Duration.ofDays(60);

        /** Less than this is no wrong clock: nobody reads receipts to the minute. */
        private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(2);

        /** The time by the shop's clock: as long ago as the till says, however wrong its clock is. */
        Instant corrected(Instant now) {
            Duration ago = Duration.between(at, clock);
            return ago.isNegative() || ago.compareTo(LONGEST_WAIT) > 0 ? now : now.minus(ago);
        }

        /** What the timeline says of a clock that was wrong; null if it was not. */
        @Nullable String remark(Instant now) {
            boolean wrong = Duration.between(corrected(now), at).abs().compareTo(CLOCKS_MAY_DIFFER) > 0;
            return wrong ? "the till’s clock said " + at : null;
        }
    }
}
