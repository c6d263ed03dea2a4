package io.agizo.storefront.pages.cart;

/**
 * The page on which something was put into the cart, and where one is afterwards: the shelf by its question, such as {@code
 * ?q=tea}; the product's own page by {@code product}; everything else is the cart.
 */
record Whence(String there) {

    private static final String PRODUCT = "product";

    /** A longer question is not one of the shelf's own. */
    private static final int LONGEST = 2_000;

    boolean isCart() {
        return !isShelf() && !there.equals(PRODUCT);
    }

    boolean isShelf() {
        return there.startsWith("?") && there.length() <= LONGEST;
    }

    String path(String sku) {
        if (isShelf()) {
            return "/" + there + "#p-" + sku;
        }
        return there.equals(PRODUCT) ? "/products/" + sku : CartPages.PATH;
    }
}
