package io.agizo.catalog.web;

import io.agizo.catalog.Availability;
import io.agizo.catalog.ProductFilter;
import io.agizo.catalog.ProductSort;
import io.agizo.search.SearchText;
import io.agizo.shared.AmountRange;
import io.agizo.shared.Shop;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which products a list or a download is asked for, by its query. */
record ProductQuery(
        @Parameter(
                description =
                        "Words of the SKU, the name in any language or a barcode, all of them; a word may be unfinished or misspelt",
                example = "tea")
        @Nullable String q,

        @Parameter(description = "The exact category", example = "Groceries") @Nullable String category,

        @Parameter(description = "The least that one of it costs, such as 100.00") @Nullable String minPrice,

        @Parameter(description = "The most that one of it costs, such as 500.00") @Nullable String maxPrice,

        @Parameter(description = "true: only what is available; false: only what is sold out") @Nullable Boolean inStock,

        @Parameter(
                description =
                        "available: more than the low mark; low: at it or below; out: sold out. Not together with inStock",
                schema = @Schema(allowableValues = {"available", "low", "out"}))
        @Nullable String availability,

        @Parameter(
                description = "The product that a scanner reads this from, if there is one; alone",
                example = "CRATE-7")
        @Nullable String barcode,

        @Parameter(
                description = "false: the hidden ones instead; needs products:write",
                schema = @Schema(defaultValue = "true"))
        @Nullable Boolean visible,

        @Parameter(
                description = "By name unless told; what q finds, the best match first unless told",
                schema = @Schema(allowableValues = {"name", "-name", "price", "-price", "newest"}))
        @Nullable String sort) {

    ProductFilter filter(Shop shop) {
        return new ProductFilter(
                SearchText.of(q),
                category,
                AmountRange.read("Price", minPrice, maxPrice, shop.currency()),
                inStock,
                visible == null || visible,
                Availability.of(availability),
                barcode);
    }

    @Nullable ProductSort order() {
        return ProductSort.of(sort);
    }
}
