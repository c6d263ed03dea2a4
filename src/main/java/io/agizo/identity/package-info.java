/** Who is calling, and what they may do: the issuer of tokens, its clients and their permissions. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.agizo.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
