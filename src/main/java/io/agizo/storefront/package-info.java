/** The shopper's web client, and the pages on which everyone signs in and keeps their account. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "identity", "issuer", "pages", "accounts", "accounts :: signin"})
package io.agizo.storefront;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
