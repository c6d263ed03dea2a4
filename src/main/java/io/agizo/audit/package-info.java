/** Who did what about the security of the shop, kept for good. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "identity", "api", "api :: graphql"})
package io.agizo.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
