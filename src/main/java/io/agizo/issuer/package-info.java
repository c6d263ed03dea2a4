/** The issuer of tokens, and what people let programs do: OAuth 2.0 and OpenID Connect. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "identity", "audit"})
package io.agizo.issuer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
