package io.agizo.shared;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The rule for times that are compared with stored ones: they lie where the database has times at all. */
public final class StorableTime {

    // A day more at either end, for the first and the last day of these years begin earlier or end later in other
    // zones.
    private static final Instant FIRST = Instant.parse("0000-12-31T00:00:00Z");
    private static final Instant LAST = Instant.parse("+10000-01-01T23:59:59Z");

    private StorableTime() {}

    /** Refuses times that lie outside of what the database can compare with. */
    public static void require(String pointer, @Nullable Instant time) {
        if (time != null && (time.isBefore(FIRST) || time.isAfter(LAST))) {
            throw new InvalidInput(pointer, "must lie between the years 0001 and 9999");
        }
    }
}
