/** Who works here and what they may do: employees, roles, invitations, the first owner of a new shop. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "identity", "audit", "api", "api :: graphql", "notifications", "accounts"})
package io.agizo.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
