/** Threads of a replica that work in the background for as long as the shop runs. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.agizo.workers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
