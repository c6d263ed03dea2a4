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
            "catalog",
            "customers",
            "orders",
            "notifications",
            "imports",
            "imports :: web"
        })
package io.agizo.office;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
