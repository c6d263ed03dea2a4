/** Carts over HTTP. */
@NullMarked
package io.agizo.cart.web;

import org.jspecify.annotations.NullMarked;
