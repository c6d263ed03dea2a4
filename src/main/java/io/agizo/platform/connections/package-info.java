/** The connections that clients hold open, watched so that slow ones never take up the whole server. */
@NullMarked
package io.agizo.platform.connections;

import org.jspecify.annotations.NullMarked;
