/** What is for sale: the shelf and each product on it. */
@NullMarked
package io.agizo.storefront.pages.catalog;

import org.jspecify.annotations.NullMarked;
