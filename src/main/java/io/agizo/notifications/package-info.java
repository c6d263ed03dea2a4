/** What is texted to whom and when: the queue of texts, their delivery, the gateways. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "workers",
            "live",
            "queries",
            "identity",
            "api",
            "api :: graphql",
            "orders",
            "customers"
        })
package io.agizo.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
