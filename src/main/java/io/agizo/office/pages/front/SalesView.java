package io.agizo.office.pages.front;

import io.agizo.shared.Money;
import java.time.Instant;
import java.util.List;

/**
 * How the shop sells.
 *
 * @param days the latest is today
 */
public record SalesView(
        long ordersToday,
        Money takingsToday,
        long orders,
        Money takings,
        Chart takingsChart,
        Chart ordersChart,
        List<Day> days,
        List<Best> bestSellers) {

    /** One day, by an instant in the midst of it. */
    public record Day(Instant at, long orders, Money takings) {}

    /** A product of which many went. */
    public record Best(String sku, String name, long units, Money takings) {}
}
