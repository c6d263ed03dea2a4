/** The doors of the customers: REST and GraphQL. */
@NullMarked
package io.agizo.customers.web;

import org.jspecify.annotations.NullMarked;
