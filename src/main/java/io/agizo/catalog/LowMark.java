package io.agizo.catalog;

import org.jspecify.annotations.Nullable;

/** Keeps how few units make a product low; the inventory does it, within the catalogue's transaction. */
public interface LowMark {

    /** Locks the product's stock until the transaction ends, as whoever counts it does before the product is locked. */
    void lock(ProductId product);

    /**
     * Keeps another number for the product.
     *
     * @param lowAt its own; null for the usual one
     */
    void set(ProductId product, @Nullable Integer lowAt);
}
