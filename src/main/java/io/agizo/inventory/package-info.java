/** Stock levels and the ledger of every movement; nothing else moves stock. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "identity", "api", "api :: graphql", "catalog", "live"})
package io.agizo.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
