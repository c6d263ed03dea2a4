/** The pages of the cart. */
@NullMarked
package io.agizo.storefront.pages.cart;

import org.jspecify.annotations.NullMarked;
