package io.agizo.orders.web;

import io.agizo.shared.InvalidInput;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why an order is turned down or called off, in words the customer will read. */
record ReasonBody(
        @Nullable @Size(max = 200, message = "must be at most {max} characters long") String reason) {

    /** The reason, where there must be one. */
    String required() {
        if (reason == null || reason.isBlank()) {
            throw new InvalidInput("/reason", "is required: the customer is told why");
        }
        return reason.strip();
    }
}
