package io.agizo.orders.web;

import io.agizo.customers.CustomerCode;
import io.agizo.orders.OrderSort;
import io.agizo.orders.OrderStatus;
import io.agizo.orders.ReadOrders;
import io.agizo.shared.AmountRange;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Shop;
import io.agizo.shared.TimeSpan;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which orders a list or a download is asked for, by its query. */
record OrderQuery(
        @Parameter(description = "One status", example = "pending") @Nullable String status,

        @Parameter(description = "A customer's code", example = "C-001") @Nullable String customer,

        @Parameter(description = "An order number, or part of a customer's code, name or phone", example = "amina")
        @Nullable String q,

        @Parameter(
                description =
                        "The earliest time, inclusive, or a day in the shop's time zone, from its first moment on",
                example = "2026-11-01")
        @Nullable String from,

        @Parameter(
                description = "The latest time, exclusive, or a day in the shop's time zone, to its end",
                example = "2026-11-30")
        @Nullable String to,

        @Parameter(description = "The least that the order comes to, such as 1000.00") @Nullable String minTotal,

        @Parameter(description = "The most that the order comes to, such as 5000.00") @Nullable String maxTotal,

        @Parameter(
                description = "The latest first unless told",
                schema = @Schema(allowableValues = {"time", "-time", "total", "-total"}))
        @Nullable String sort) {

    ReadOrders.Wanted wanted(Shop shop) {
        return wanted(AmountRange.read("Total", minTotal, maxTotal, shop.currency()), OrderSort.of(sort), shop);
    }

    ReadOrders.Wanted wanted(AmountRange totals, OrderSort order, Shop shop) {
        TimeSpan span = TimeSpan.read(from, to, shop.zone());
        return new ReadOrders.Wanted(
                status == null ? null : InvalidInput.at("/status", () -> OrderStatus.of(status)),
                customer == null ? null : InvalidInput.at("/customer", () -> new CustomerCode(customer)),
                q == null || q.isBlank() ? null : q.strip(),
                span.from(),
                span.to(),
                totals,
                order);
    }
}
