/** What people take along of what the shop knows of them, and how they go. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "audit",
            "api",
            "pages",
            "customers",
            "orders",
            "notifications",
            "notifications :: mail",
            "backinstock",
            "accounts",
            "staff"
        })
package io.agizo.leaving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
