/** Tells open pages on every replica that something has changed: anyone may announce, and pages listen. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "workers"})
package io.agizo.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
