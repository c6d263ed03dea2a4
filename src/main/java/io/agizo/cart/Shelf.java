package io.agizo.cart;

import io.agizo.shared.Sku;
import org.jspecify.annotations.Nullable;

/** What is for sale at this moment, as the cart is held against it. */
public interface Shelf {

    /** Null if nothing of that SKU is for sale. */
    @Nullable OnSale of(Sku sku);
}
