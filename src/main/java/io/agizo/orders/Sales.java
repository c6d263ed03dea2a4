package io.agizo.orders;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.SalesReport.Day;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Money;
import io.agizo.shared.Shop;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what the shop sold, day by day. Needs {@code reports:read}. */
@Component
public class Sales {

    /** What is asked for if nothing is said. */
    public static final int USUAL_DAYS = 30;

    /** A quarter: it reads every order of that time. */
    private static final int MOST_DAYS = 92;

    private final SalesStore store;
    private final Shop shop;
    private final Clock clock;

    Sales(SalesStore store, Shop shop, Clock clock) {
        this.store = store;
        this.shop = shop;
        this.clock = clock;
    }

    /**
     * Counts the orders of these days that are accepted or fulfilled, and what they come to without what was returned. Those
     * that wait, or were rejected, cancelled, returned as a whole or voided do not count.
     *
     * @param from the first day; 30 days until the last if null
     * @param to the last day; today if null
     */
    public SalesReport report(Caller caller, @Nullable LocalDate from, @Nullable LocalDate to) {
        caller.must(Permission.REPORTS_READ);
        LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), shop.zone()) : to;
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1L) : from;
        check(first, last);
        SalesStore.Sold sold = store.between(
                first.atStartOfDay(shop.zone()).toInstant(),
                last.plusDays(1).atStartOfDay(shop.zone()).toInstant());
        Map<LocalDate, Day> found = sold.days().stream().collect(Collectors.toMap(Day::day, Function.identity()));
        Money none = Money.zero(shop.currency());
        List<Day> days = first.datesUntil(last.plusDays(1))
                .map(day -> found.getOrDefault(day, new Day(day, 0, none)))
                .toList();
        return new SalesReport(
                first,
                last,
                days.stream().mapToLong(Day::orders).sum(),
                days.stream().map(Day::takings).reduce(none, Money::plus),
                days,
                sold.bestSellers());
    }

    private static void check(LocalDate first, LocalDate last) {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1) {
            throw new InvalidInput("/to", "must not be before from: " + last + " is before " + first);
        }
        if (days > MOST_DAYS) {
            throw new InvalidInput("/from", "must be at most " + MOST_DAYS + " days before to");
        }
    }
}
