package io.agizo.storefront.pages.catalog;

import io.agizo.cart.CartView;
import io.agizo.catalog.ProductView;
import io.agizo.pages.Form;
import org.jspecify.annotations.Nullable;

/**
 * One product that is for sale.
 *
 * @param cart of this browser; null if there is none
 * @param form the number that is to be told when it is back, as it was typed
 */
public record ProductPageView(ProductView product, @Nullable CartView cart, Form form) {

    public int inCart() {
        return ShelfView.inCart(cart, product.sku());
    }
}
