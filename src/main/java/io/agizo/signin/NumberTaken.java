package io.agizo.signin;

import org.springframework.security.core.AuthenticationException;

/** The number that was proved is the one of another account of the same person, or of whoever had the number before. */
public final class NumberTaken extends AuthenticationException {

    NumberTaken(RuntimeException reason) {
        super("Another account has this number.", reason);
    }
}
