/** Where pictures are served, and how any door reads one that is sent to it. */
@NullMarked
@NamedInterface("web")
package io.agizo.pictures.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
