/** The REST door of the catalogue. */
@NullMarked
package io.agizo.catalog.web;

import org.jspecify.annotations.NullMarked;
