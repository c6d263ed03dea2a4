package io.agizo.shared;

import org.jspecify.annotations.Nullable;

/** The resource has changed since the caller read the version it wants to change. */
public final class Stale extends RuntimeException {

    public Stale() {
        super("This has changed since you read it. Read it again, then repeat your change.", null, false, false);
    }

    /** Refuses unless the version is still the one the caller read; null expects nothing. */
    public static void check(@Nullable Integer expected, int actual) {
        if (expected != null && expected != actual) {
            throw new Stale();
        }
    }
}
