package io.agizo.orders.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why an order is turned down or called off, in words the customer will read. */
record ReasonBody(
        @Nullable @Size(max = 200, message = "must be at most {max} characters long") String reason) {}
