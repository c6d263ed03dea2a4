/** People with an account, whatever they come for, and the customer whose orders are theirs. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "identity", "audit", "issuer", "api", "customers", "notifications"})
package io.agizo.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
