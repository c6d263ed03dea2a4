/** The programs that call the shop, and whom the tokens that they bring speak for. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "workers", "identity", "audit", "issuer", "api", "api :: graphql"})
package io.agizo.clients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
