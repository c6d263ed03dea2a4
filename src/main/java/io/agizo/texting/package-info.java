/** Which telephones strangers may have texted, and how often. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "identity"})
package io.agizo.texting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
