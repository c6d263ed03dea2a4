/** The page of an order, by the link that its shopper is texted. */
@NullMarked
package io.agizo.storefront.pages.order;

import org.jspecify.annotations.NullMarked;
