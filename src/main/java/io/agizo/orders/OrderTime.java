package io.agizo.orders;

import io.agizo.shared.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The rules for when an order says it was made. */
final class OrderTime {

    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(5);
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private OrderTime() {}

    /** The time as orders keep it; it may lie in the past, and a little ahead of the shop's own clock. */
    static Instant checked(Instant time, Instant now) {
        if (time.isAfter(now.plus(CLOCKS_MAY_DIFFER))) {
            throw new InvalidInput("/time", "must not be more than 5 minutes in the future");
        }
        if (time.isBefore(EARLIEST)) {
            throw new InvalidInput("/time", "must not be before the year 1900");
        }
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
