/** Queries of several modules that go to the database together. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.agizo.queries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
