/** The list of orders: what of it is shown, what is done with many, and the views under names. */
@NullMarked
package io.agizo.office.pages.orders;

import org.jspecify.annotations.NullMarked;
