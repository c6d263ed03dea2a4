package io.agizo.orders.web;

import io.agizo.orders.LineUnits;
import io.agizo.orders.NewOrderRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is handed over.
 *
 * @param lines null for all that is left
 */
record FulfilmentBody(
        @Nullable @Size(min = 1, max = NewOrderRequest.MOST_LINES, message = "must hold 1 to {max} lines") List<@NotNull(message = "must be a line") @Valid UnitsBody> lines) {

    static final FulfilmentBody EVERYTHING = new FulfilmentBody(null);

    @Nullable List<LineUnits> units() {
        return lines == null ? null : lines.stream().map(UnitsBody::units).toList();
    }
}
