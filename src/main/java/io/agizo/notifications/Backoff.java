package io.agizo.notifications;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after a try that failed: twice as long each time, up to a limit, and never all at the same moment. */
public final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 10;

    private Backoff() {}

    /** Half of the pause is certain and half is drawn, so that what failed together does not come back together. */
    public static Duration after(int attempts, RandomGenerator random) {
        long pause = FIRST.toMillis() << Math.clamp(attempts - 1L, 0, MOST_DOUBLINGS);
        long half = Math.min(pause, LONGEST.toMillis()) / 2;
        return Duration.ofMillis(half + random.nextLong(half + 1));
    }
}
