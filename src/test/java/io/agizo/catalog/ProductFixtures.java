package io.agizo.catalog;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Products that tests meet. */
public final class ProductFixtures {

    private ProductFixtures() {}

    public static ProductDetails tea() {
        return details("TEA-500", "Kericho tea 500 g", "450.00", "Groceries", true, 100);
    }

    public static ProductDetails details(
            @Nullable String sku,
            @Nullable String name,
            @Nullable String price,
            @Nullable String category,
            @Nullable Boolean visible,
            @Nullable Integer stock) {
        return new ProductDetails(
                sku,
                name,
                null,
                price == null ? null : new BigDecimal(price),
                category,
                visible,
                stock,
                null,
                null,
                null);
    }

    public static ProductView added(ModuleContext shop, ProductDetails details) {
        return shop.get(Products.class).add(Callers.shopkeeper(), details);
    }
}
