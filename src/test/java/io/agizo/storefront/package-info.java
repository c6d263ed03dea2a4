/** Tests of the shopper's web client. */
@NullMarked
package io.agizo.storefront;

import org.jspecify.annotations.NullMarked;
