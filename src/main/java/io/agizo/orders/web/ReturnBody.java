package io.agizo.orders.web;

import io.agizo.orders.LineUnits;
import io.agizo.orders.NewOrderRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has come back.
 *
 * @param lines null for all that the customer has
 * @param restock whether it goes back on the shelf, as it does unless this is false
 */
record ReturnBody(
        @Nullable @Size(min = 1, max = NewOrderRequest.MOST_LINES, message = "must hold 1 to {max} lines") List<@NotNull(message = "must be a line") @Valid UnitsBody> lines,

        @Nullable Boolean restock) {

    static final ReturnBody EVERYTHING = new ReturnBody(null, null);

    @Nullable List<LineUnits> units() {
        return lines == null ? null : lines.stream().map(UnitsBody::units).toList();
    }

    boolean restocked() {
        return restock == null || restock;
    }
}
