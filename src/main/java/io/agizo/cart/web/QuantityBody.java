package io.agizo.cart.web;

import io.agizo.cart.Cart;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** How many units of a product are wanted; none is said by deleting the line. */
record QuantityBody(
        @Schema(requiredMode = RequiredMode.REQUIRED)
        @Nullable @Min(value = 1, message = "must be at least 1; delete the line to take the product out") @Max(value = Cart.MOST_UNITS, message = "must be at most {value}") Integer quantity) {}
