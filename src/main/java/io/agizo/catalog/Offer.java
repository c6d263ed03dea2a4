package io.agizo.catalog;

import io.agizo.shared.Money;
import io.agizo.shared.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All of a product that the shop decides: what it is called, what it costs, who sees it, how it is
 * scanned and when there is little of it.
 */
record Offer(
        Sku sku,
        String name,
        String description,
        Translations translations,
        Money price,
        @Nullable String category,
        boolean visible,
        List<String> barcodes,
        @Nullable Integer lowAt) {

    /** The same, without barcodes. */
    Offer unlabelled() {
        return new Offer(sku, name, description, translations, price, category, visible, List.of(), lowAt);
    }
}
