/** What every HTTP door shares: problem details, idempotency, entity tags, paging. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "identity"})
package io.agizo.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
