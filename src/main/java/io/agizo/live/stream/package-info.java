/** How changes get to the replicas, and from there to the browsers that listen. */
@NullMarked
@NamedInterface("stream")
package io.agizo.live.stream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
