/** The few pages around the API, and how every module's templates become pages. */
@NullMarked
@NamedInterface("pages")
package io.agizo.api.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
