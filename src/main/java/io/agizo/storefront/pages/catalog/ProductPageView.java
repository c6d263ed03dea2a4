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

    /** Search engines cut what is longer. */
    private static final int LONGEST_SENTENCE = 160;

    /** What it is and costs, as others show it below a link. */
    public String sentence(String price, String language) {
        String description = product.descriptionIn(language);
        String about = description.isBlank() ? product.nameIn(language) : description;
        String line = price + " · " + about.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_SENTENCE ? line : line.substring(0, LONGEST_SENTENCE - 1) + "…";
    }

    public int inCart() {
        return ShelfView.inCart(cart, product.sku());
    }
}
