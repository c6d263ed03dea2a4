package io.agizo.orders;

import io.agizo.catalog.ProductId;
import io.agizo.shared.Sku;
import org.jspecify.annotations.Nullable;

/** A line of a stored order, with the product whose stock it holds, if it is one of the catalogue's. */
record StoredLine(@Nullable ProductId product, OrderView.Line line) {

    int number() {
        return line.lineNumber();
    }

    /** What people call the goods in a ledger: the SKU, or the words for an item outside the catalogue. */
    String goods() {
        Sku sku = line.sku();
        return sku == null ? line.item() : sku.value();
    }

    /** Units that are still to be handed over. */
    int left() {
        return line.quantity() - line.fulfilled();
    }

    /** Units that the customer has. */
    int kept() {
        return line.fulfilled() - line.returned();
    }
}
