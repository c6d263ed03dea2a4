/** Customer records; the personal data of customers lives here and only here. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "queries", "search", "identity", "api", "api :: graphql"})
package io.agizo.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
