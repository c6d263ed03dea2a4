/** Pictures that people send: looked at, made small and harmless, kept, and served. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "api"})
package io.agizo.pictures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
