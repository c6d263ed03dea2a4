/** The shop's own name, look and words: set in the office, checked so that everyone can read them, held ready for every page. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "audit",
            "api",
            "api :: graphql",
            "pictures",
            "pictures :: web",
            "live"
        })
package io.agizo.branding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
