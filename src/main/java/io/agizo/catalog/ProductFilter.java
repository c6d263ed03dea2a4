package io.agizo.catalog;

import io.agizo.search.SearchText;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Which products a list shows.
 *
 * @param text the words of the SKU or the name that are wanted, all of them; null for any
 * @param category the exact one, or null for any
 * @param inStock whether any unit is left; null if that does not matter
 * @param visible whether shoppers see them
 */
public record ProductFilter(
        @Nullable SearchText text,
        @Nullable String category,
        @Nullable Boolean inStock,
        boolean visible) {

    public ProductFilter {
        category = PlainText.tidy(category);
        if (category != null && category.indexOf('\0') >= 0) {
            throw new InvalidInput("/category", "must be text");
        }
    }
}
