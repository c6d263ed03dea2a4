/** The shopper's web client. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "api",
            "pages",
            "search",
            "catalog",
            "backinstock",
            "cart",
            "live",
            "live :: stream",
            "customers",
            "orders",
            "leaving",
            "texting",
            "notifications"
        })
package io.agizo.storefront;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
