/** How people get in: sessions, passwords, codes by text, passkeys, authenticator apps. */
@NullMarked
@NamedInterface("signin")
package io.agizo.accounts.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
