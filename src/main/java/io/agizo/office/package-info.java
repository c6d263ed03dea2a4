/** The shopkeeper's web client, for everyone at work. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "clients",
            "search",
            "catalog",
            "inventory",
            "api",
            "pages",
            "accounts",
            "staff",
            "signin",
            "live",
            "live :: stream",
            "orders",
            "notifications",
            "catalog",
            "customers",
            "search",
            "imports",
            "imports :: web"
        })
package io.agizo.office;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
