/** The doors of the catalogue: REST and GraphQL. */
@NullMarked
package io.agizo.catalog.web;

import org.jspecify.annotations.NullMarked;
