/** The doors of the storefront, and what their templates show. */
@NullMarked
package io.agizo.storefront.pages;

import org.jspecify.annotations.NullMarked;
