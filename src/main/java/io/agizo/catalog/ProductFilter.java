package io.agizo.catalog;

import io.agizo.search.SearchText;
import io.agizo.shared.AmountRange;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Which products a list shows.
 *
 * @param text the words of the SKU or the name that are wanted, all of them; null for any
 * @param category the exact one, or null for any
 * @param price what one of it costs
 * @param inStock whether any unit is left; null if that does not matter
 * @param visible whether shoppers see them
 * @param availability whether enough is left, as those behind the counter judge it; null for any
 * @param barcode the one that the product has; it is asked for alone, and finds hidden ones too
 */
public record ProductFilter(
        @Nullable SearchText text,
        @Nullable String category,
        AmountRange price,
        @Nullable Boolean inStock,
        boolean visible,
        @Nullable Availability availability,
        @Nullable String barcode) {

    public ProductFilter(
            @Nullable SearchText text, @Nullable String category, @Nullable Boolean inStock, boolean visible) {
        this(text, category, AmountRange.ANY, inStock, visible, null, null);
    }

    public ProductFilter {
        category = PlainText.tidy(category);
        if (category != null && category.indexOf('\0') >= 0) {
            throw new InvalidInput("/category", "must be text");
        }
        if (availability != null && inStock != null) {
            throw new InvalidInput("/availability", "cannot be asked for together with inStock");
        }
        if (barcode != null
                && (text != null
                        || category != null
                        || !price.equals(AmountRange.ANY)
                        || inStock != null
                        || availability != null)) {
            throw new InvalidInput("/barcode", "cannot be asked for together with anything else");
        }
    }
}
