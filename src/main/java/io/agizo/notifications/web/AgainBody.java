package io.agizo.notifications.web;

import org.jspecify.annotations.Nullable;

/**
 * How a text is sent again.
 *
 * @param evenIfArrived whether the customer may read it twice
 */
record AgainBody(@Nullable Boolean evenIfArrived) {}
