/** Tells people who asked for it when a product that was sold out can be had again. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "workers",
            "identity",
            "api",
            "api :: graphql",
            "texting",
            "catalog",
            "customers",
            "notifications"
        })
package io.agizo.backinstock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
