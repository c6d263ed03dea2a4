/** People with an account: shoppers, employees and the owner of the shop; and the doors to who may do what. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "audit",
            "issuer",
            "api",
            "api :: graphql",
            "customers",
            "notifications",
            "notifications :: mail",
            "orders"
        })
package io.agizo.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
