/** The commands that look after a shop's data: they bring it up to date, copy it, bring it back and move it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "inventory"})
package io.agizo.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
