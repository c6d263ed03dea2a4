/** The PostgreSQL server that the process runs for itself when it is given no other. */
@NullMarked
package io.agizo.platform.postgres;

import org.jspecify.annotations.NullMarked;
