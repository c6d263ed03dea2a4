/** The gateway of the demo: texts arrive on a screen of its own. */
@NullMarked
package io.agizo.notifications.phonescreen;

import org.jspecify.annotations.NullMarked;
