package io.agizo.signin;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Someone tried too often and has to wait a while, or to choose another way in. */
public final class TooManyTries extends AuthenticationException {

    private final int waitSeconds;
    private final boolean ofTexts;

    TooManyTries(Duration wait) {
        this("Too many tries. Wait a moment, or sign in another way.", wait, false);
    }

    private TooManyTries(String message, Duration wait, boolean ofTexts) {
        super(message);
        this.waitSeconds = (int) wait.plusSeconds(1).toSeconds();
        this.ofTexts = ofTexts;
    }

    /** As many codes were texted as may be, to the number, from the network or by the shop. */
    static TooManyTries ofTexts(Duration wait) {
        return new TooManyTries("No more codes are texted for now. Sign in another way, or later.", wait, true);
    }

    public int waitSeconds() {
        return waitSeconds;
    }

    /** Whether texts are used up, which takes longer to come back than tries do. */
    public boolean isOfTexts() {
        return ofTexts;
    }
}
