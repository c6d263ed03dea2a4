/** The page on which a cart becomes an order. */
@NullMarked
package io.agizo.storefront.pages.checkout;

import org.jspecify.annotations.NullMarked;
