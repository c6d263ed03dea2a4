/** Products with prices, categories and visibility. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "queries", "search", "identity", "api", "api :: graphql"})
package io.agizo.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
