package io.agizo.inventory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the stock ledger as people read it.
 *
 * @param cause such as {@code order-placed}, {@code order-fulfilled}, {@code adjustment}, {@code count}
 * @param order the number of the order it belongs to, if any
 * @param reason the words given for an adjustment
 */
@Schema(name = "StockMovement")
public record MovementView(
        @JsonIgnore UUID causeId,
        Instant at,
        String cause,
        int onHandDelta,
        int reservedDelta,
        @Nullable String order,
        @Nullable String reason,
        String by) {

    MovementView by(String name) {
        return new MovementView(causeId, at, cause, onHandDelta, reservedDelta, order, reason, name);
    }
}
