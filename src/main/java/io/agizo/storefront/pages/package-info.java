/** What the pages of the shop share: the cart of a browser, and what makes them live. */
@NullMarked
package io.agizo.storefront.pages;

import org.jspecify.annotations.NullMarked;
