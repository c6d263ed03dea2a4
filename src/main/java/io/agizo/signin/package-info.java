/** How people get in: sessions, passwords, codes by text, passkeys, authenticator apps, other issuers. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "audit",
            "issuer",
            "clients",
            "api",
            "pages",
            "texting",
            "notifications",
            "notifications :: mail",
            "orders",
            "accounts",
            "staff"
        })
package io.agizo.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
