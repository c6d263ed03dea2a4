/** The doors of the stock: REST and GraphQL. */
@NullMarked
package io.agizo.inventory.web;

import org.jspecify.annotations.NullMarked;
