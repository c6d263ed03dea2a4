package io.agizo.signin;

import io.agizo.identity.Caller;
import java.time.Duration;

/**
 * How long a person stays signed in without doing anything, and at all. Who works here stays for a shift and a break in it,
 * since a forgotten tablet on the counter opens the whole shop; a shopper, who would otherwise go away rather than sign in
 * again and can reach only what is their own, for weeks.
 */
enum SessionLimits {
    OF_STAFF(Duration.ofHours(4), Duration.ofHours(16)),
    OF_SHOPPERS(Duration.ofDays(14), Duration.ofDays(90));

    private final Duration idle;
    private final Duration whole;

    SessionLimits(Duration idle, Duration whole) {
        this.idle = idle;
        this.whole = whole;
    }

    static SessionLimits of(Caller person) {
        return person.permissions().isEmpty() ? OF_SHOPPERS : OF_STAFF;
    }

    Duration idle() {
        return idle;
    }

    Duration whole() {
        return whole;
    }
}
