package io.agizo.catalog;

import io.agizo.shared.InvalidInput;
import io.agizo.shared.PlainText;
import io.agizo.shared.SearchWords;
import org.jspecify.annotations.Nullable;

/**
 * Which products a list shows.
 *
 * @param words what the SKU or the name must hold, all of them
 * @param category the exact one, or null for any
 * @param inStock whether any unit is left; null if that does not matter
 * @param visible whether shoppers see them
 */
public record ProductFilter(
        SearchWords words,
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
