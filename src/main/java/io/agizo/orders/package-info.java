/** The order: placing, deciding and fulfilling it, its state machine and its timeline. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "queries",
            "workers",
            "identity",
            "api",
            "api :: graphql",
            "catalog",
            "inventory",
            "cart",
            "customers",
            "texting"
        })
package io.agizo.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
