package io.agizo.catalog;

import io.agizo.shared.Money;
import io.agizo.shared.Sku;
import org.jspecify.annotations.Nullable;

/** All of a product that the shop decides: what it is called, what it costs, who sees it. */
record Offer(
        Sku sku,
        String name,
        String description,
        Money price,
        @Nullable String category,
        boolean visible) {}
