/** Products with prices, categories, pictures and visibility. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "live",
            "queries",
            "search",
            "identity",
            "api",
            "api :: graphql",
            "pictures",
            "pictures :: web"
        })
package io.agizo.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
