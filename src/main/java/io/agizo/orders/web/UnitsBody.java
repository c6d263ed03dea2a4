package io.agizo.orders.web;

import io.agizo.orders.LineUnits;
import io.agizo.orders.NewOrderRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** So many units of a line. */
record UnitsBody(
        @NotNull(message = "is required") Integer lineNumber,

        @NotNull(message = "is required") @Min(value = 1, message = "must be at least 1") @Max(value = NewOrderRequest.MOST_UNITS, message = "must be at most {value}") Integer quantity) {

    LineUnits units() {
        return new LineUnits(lineNumber, quantity);
    }
}
