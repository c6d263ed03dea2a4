/** A shopper's basket. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "identity", "api", "catalog"})
package io.agizo.cart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
