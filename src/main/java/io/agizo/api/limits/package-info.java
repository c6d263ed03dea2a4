/** How much of the shop one stranger or one program may take up. */
@NullMarked
package io.agizo.api.limits;

import org.jspecify.annotations.NullMarked;
