/** The shopkeeper's web client, for everyone at work. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "clients",
            "api",
            "pages",
            "accounts",
            "staff",
            "signin",
            "search",
            "branding",
            "catalog",
            "pictures",
            "pictures :: web",
            "inventory",
            "customers",
            "orders",
            "notifications",
            "imports",
            "imports :: web",
            "live",
            "live :: stream"
        })
package io.agizo.office;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
