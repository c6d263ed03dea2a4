/** A shopper's basket. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "identity", "api", "api :: graphql", "catalog"})
package io.agizo.cart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
