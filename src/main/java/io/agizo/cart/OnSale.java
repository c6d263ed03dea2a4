package io.agizo.cart;

import io.agizo.catalog.PricedProduct;

/** A product that shoppers may buy now, and how many units of it. */
public record OnSale(PricedProduct product, int available) {}
