/** The REST door of the stock. */
@NullMarked
package io.agizo.inventory.web;

import org.jspecify.annotations.NullMarked;
