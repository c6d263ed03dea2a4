package io.agizo.orders.web;

import io.agizo.customers.CustomerCode;
import io.agizo.orders.OrderStatus;
import io.agizo.orders.ReadOrders;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.StorableTime;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which orders a list or a download is asked for, by its query. */
record OrderQuery(
        @Parameter(description = "One status", example = "pending") @Nullable String status,

        @Parameter(description = "A customer's code", example = "C-001") @Nullable String customer,

        @Parameter(description = "An order number, or part of a customer's code, name or phone", example = "amina")
        @Nullable String q,

        @Parameter(description = "The earliest time, inclusive", example = "2026-11-01T00:00:00Z") @Nullable String from,

        @Parameter(description = "The latest time, exclusive", example = "2026-12-01T00:00:00Z") @Nullable String to,

        @Parameter(description = "The latest first unless told", schema = @Schema(allowableValues = {"time", "-time"}))
        @Nullable String sort) {

    ReadOrders.Wanted wanted() {
        return new ReadOrders.Wanted(
                status == null ? null : InvalidInput.at("/status", () -> OrderStatus.of(status)),
                customer == null ? null : InvalidInput.at("/customer", () -> new CustomerCode(customer)),
                q == null || q.isBlank() ? null : q.strip(),
                StorableTime.read("/from", from),
                StorableTime.read("/to", to),
                newestFirst());
    }

    private boolean newestFirst() {
        return switch (sort) {
            case null -> true;
            case "-time" -> true;
            case "time" -> false;
            default -> throw new InvalidInput("/sort", "must be time or -time");
        };
    }
}
