package io.agizo.catalog;

import io.agizo.shared.Money;
import io.agizo.shared.Sku;

/** What placing an order needs to know of a product. */
public record PricedProduct(ProductId id, Sku sku, String name, Money price, boolean visible) {}
