package io.agizo.shared;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The rule for times that are compared with stored ones: they lie where the database has times at all. */
public final class StorableTime {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private StorableTime() {}

    /** The instant that the text writes; null for null. */
    public static @Nullable Instant read(String pointer, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException noInstant) {
            throw new InvalidInput(pointer, "must be an instant such as 2026-11-22T09:00:00Z");
        }
    }

    /** Refuses times that lie outside of what the database can compare with. */
    public static void require(String pointer, @Nullable Instant time) {
        if (time != null && (time.isBefore(FIRST) || time.isAfter(LAST))) {
            throw new InvalidInput(pointer, "must lie between the years 0001 and 9999");
        }
    }
}
