/** The process itself: its settings, its database, its doors, the demo and what it says when it starts. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "workers",
            "identity",
            "audit",
            "issuer",
            "clients",
            "staff",
            "signin",
            "branding",
            "signin :: oidc",
            "api",
            "catalog",
            "customers",
            "inventory",
            "upkeep"
        })
package io.agizo.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
