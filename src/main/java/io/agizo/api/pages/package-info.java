/** The few pages around the API. */
@NullMarked
package io.agizo.api.pages;

import org.jspecify.annotations.NullMarked;
