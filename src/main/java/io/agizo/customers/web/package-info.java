/** The REST door of the customers. */
@NullMarked
package io.agizo.customers.web;

import org.jspecify.annotations.NullMarked;
