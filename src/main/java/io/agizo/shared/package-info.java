/** Values every module speaks in; knows neither Spring nor SQL. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.agizo.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
