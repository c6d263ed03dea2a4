/** The REST door of the uploads, and how any door reads a file that is sent to it. */
@NullMarked
@NamedInterface("web")
package io.agizo.imports.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
