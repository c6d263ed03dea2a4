package io.agizo.shared;

import java.time.Duration;

/** More was asked for than there may be at this time; says in a sentence what is used up, and when to come back. */
public final class TooMany extends RuntimeException {

    private final Duration wait;

    public TooMany(String message, Duration wait) {
        super(message, null, false, false);
        this.wait = wait;
    }

    /** How long until one more may be had, in whole seconds and never none. */
    public int waitSeconds() {
        return (int) Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
