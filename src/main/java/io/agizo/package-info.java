/** Agizo, the order desk of a shop whose customers live on their phones. */
@NullMarked
package io.agizo;

import org.jspecify.annotations.NullMarked;
