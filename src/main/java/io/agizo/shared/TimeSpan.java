package io.agizo.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time that a list covers; null leaves an end open. A day stands for the whole of it in the shop's time zone, also where
 * the clocks change and it has 23 hours or 25.
 *
 * @param from the earliest time, inclusive
 * @param to the latest time, exclusive
 */
public record TimeSpan(@Nullable Instant from, @Nullable Instant to) {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** The time between two texts, each an instant or a day. */
    public static TimeSpan read(@Nullable String from, @Nullable String to, ZoneId zone) {
        return of(read("/from", from), read("/to", to), zone);
    }

    /**
     * The time between two ends, each an {@link Instant} or a {@link LocalDate}.
     *
     * @throws InvalidInput if the second lies before the first, or one where the database has no times
     */
    public static TimeSpan of(@Nullable Temporal from, @Nullable Temporal to, ZoneId zone) {
        Instant first = from instanceof LocalDate day ? start(day, zone) : instant("/from", from);
        Instant last = to instanceof LocalDate day ? start(day.plusDays(1), zone) : instant("/to", to);
        if (first != null && last != null && isBefore(last, first, to instanceof LocalDate)) {
            throw new InvalidInput("/to", "must not be before from: " + to + " is before " + from);
        }
        return new TimeSpan(first, last);
    }

    /** The day that the text writes, if it has the form of one and the calendar has it. */
    public static Optional<LocalDate> day(String text) {
        try {
            return DAY.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    /** A day that ends where the list begins lies before it; two equal instants are no time at all, but in order. */
    private static boolean isBefore(Instant last, Instant first, boolean day) {
        return day ? !last.isAfter(first) : last.isBefore(first);
    }

    private static @Nullable Temporal read(String pointer, @Nullable String text) {
        if (text == null) {
            return null;
        }
        Optional<LocalDate> day = day(text);
        if (day.isPresent()) {
            return day.get();
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException neither) {
            throw new InvalidInput(
                    pointer, "must be an instant such as 2026-11-22T09:00:00Z, or a day such as 2026-11-22");
        }
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static @Nullable Instant instant(String pointer, @Nullable Temporal time) {
        Instant instant = (Instant) time;
        StorableTime.require(pointer, instant);
        return instant;
    }
}
