package io.agizo.inventory.web;

import io.agizo.identity.Caller;
import io.agizo.inventory.AdjustStock;
import io.agizo.inventory.StockAdjustment;
import io.agizo.inventory.StockLevel;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Sku;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What someone says of the shelf: what came or went, or what they counted there.
 *
 * @param delta units that came, or went if below zero
 * @param counted units that are there, in the place of {@code delta}
 * @param reason such as {@code delivery}; a count needs none
 */
@Schema(name = "StockAdjustment")
record AdjustmentBody(
        @Nullable Integer delta,
        @Nullable Integer counted,
        @Nullable String reason) {

    StockLevel book(AdjustStock stock, Caller caller, Sku sku) {
        if (counted == null) {
            return stock.adjust(caller, sku, new StockAdjustment(delta == null ? 0 : delta, reason));
        }
        if (delta != null) {
            throw new InvalidInput("/counted", "cannot stand beside delta: send one or the other");
        }
        return stock.count(caller, sku, counted, reason == null ? "" : reason);
    }
}
