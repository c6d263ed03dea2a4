/** The few pages around the API, and how every module's templates become pages. */
@NullMarked
package io.agizo.api.pages;

import org.jspecify.annotations.NullMarked;
