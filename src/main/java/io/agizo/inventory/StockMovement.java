package io.agizo.inventory;

import io.agizo.catalog.ProductId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the stock ledger.
 *
 * @param causeId what caused it; a cause moves a product once, which the database enforces
 * @param kind such as {@code order-placed}, {@code order-rejected}, {@code adjustment}
 * @param orderId the order it belongs to, if any
 * @param reason the words given for an adjustment
 * @param by the signature of who did it
 */
public record StockMovement(
        ProductId productId,
        UUID causeId,
        String kind,
        int onHandDelta,
        int reservedDelta,
        @Nullable UUID orderId,
        @Nullable String reason,
        String by) {}
