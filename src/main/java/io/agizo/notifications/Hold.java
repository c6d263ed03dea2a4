package io.agizo.notifications;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Why texts stand still on this replica, if they do, and when one of them is tried again: the gateway refuses each for a
 * reason that only a person can mend, so that trying them all would change nothing.
 */
@Component
class Hold {

    private static final Logger LOG = LoggerFactory.getLogger(Hold.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    /** A new key works after up to 20 minutes: whoever mends a setting should not wait much longer than that. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private @Nullable String reason;
    private @Nullable String ceiling;
    private Duration pause = FIRST_PAUSE;
    private Instant nextTry = Instant.MIN;
    private boolean trying;

    /** Why texts stand still; null if they don't. */
    synchronized @Nullable String reason() {
        return reason == null ? ceiling : reason;
    }

    /** Whether the gateway is tried with one text at a time. */
    synchronized boolean isProbing() {
        return reason != null;
    }

    /** The shop has sent as many texts as it may; told once, however many wait. */
    synchronized void reachCeiling(String why) {
        if (ceiling == null) {
            LOG.error("No text goes out: {}", why);
            ceiling = why;
        }
    }

    synchronized void leaveCeiling() {
        if (ceiling != null) {
            LOG.warn("Texts may go out again; they had stopped because: {}", ceiling);
            ceiling = null;
        }
    }

    /** Whether a text may be tried now: while the queue is held, one each pause. */
    synchronized boolean admits(Instant now) {
        return reason == null || !now.isBefore(nextTry);
    }

    /** Tells that a text is being tried. */
    synchronized void tries(Instant now) {
        nextTry = now.plus(pause);
        trying = true;
    }

    synchronized void hold(String why, Instant now) {
        if (reason == null) {
            LOG.error("No text goes out: {}", why);
            pause = FIRST_PAUSE;
            nextTry = now.plus(pause);
        } else if (trying) {
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
            nextTry = now.plus(pause);
        }
        reason = why;
        trying = false;
    }

    /** For a shop that has chosen to send nothing: there is nothing to try. */
    synchronized void standStill(String why) {
        reason = why;
        nextTry = Instant.MAX;
    }

    synchronized void release() {
        if (reason != null) {
            LOG.warn("Texts go out again; they had stopped because: {}", reason);
            reason = null;
        }
        trying = false;
    }
}
