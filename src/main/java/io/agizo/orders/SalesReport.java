package io.agizo.orders;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.agizo.shared.Money;
import io.agizo.shared.Sku;
import java.time.LocalDate;
import java.util.List;

/**
 * What a shop sold on some of its days.
 *
 * @param orders how many that were accepted or fulfilled
 * @param takings what they come to, without what was returned
 * @param days each of them, the first one first, also those without an order
 * @param bestSellers the products of which the most units went, the most first
 */
public record SalesReport(
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate from,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate to,
        long orders,
        Money takings,
        List<Day> days,
        List<BestSeller> bestSellers) {

    /** One day by the shop's clocks, with the orders of that time. */
    public record Day(
            @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate day, long orders, Money takings) {}

    /** A product, as it is called in the orders. */
    public record BestSeller(Sku sku, String name, long units, Money takings) {}
}
