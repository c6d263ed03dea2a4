/** How the pages are a client of an OpenID Connect issuer: of the embedded one, or of any other. */
@NullMarked
@NamedInterface("oidc")
package io.agizo.signin.oidc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
