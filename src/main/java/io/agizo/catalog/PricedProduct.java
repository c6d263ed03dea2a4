package io.agizo.catalog;

import io.agizo.shared.Money;
import io.agizo.shared.Sku;
import org.jspecify.annotations.Nullable;

/**
 * What placing an order needs to know of a product.
 *
 * @param nameSw what it is called to readers of Swahili; null for the same
 */
public record PricedProduct(
        ProductId id, Sku sku, String name, @Nullable String nameSw, Money price, boolean visible) {}
