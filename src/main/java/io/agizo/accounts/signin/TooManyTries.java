package io.agizo.accounts.signin;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Someone tried too often and has to wait a while, or to choose another way in. */
public final class TooManyTries extends AuthenticationException {

    private final int waitSeconds;

    TooManyTries(Duration wait) {
        super("Too many tries. Wait a moment, or sign in another way.");
        this.waitSeconds = (int) wait.plusSeconds(1).toSeconds();
    }

    public int waitSeconds() {
        return waitSeconds;
    }
}
