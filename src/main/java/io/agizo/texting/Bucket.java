package io.agizo.texting;

import java.time.Duration;

/** So many at once, and as many again in each such period, spread evenly over it. */
record Bucket(int most, Duration period) {

    /** How long it takes to earn one more. */
    Duration spacing() {
        return period.dividedBy(most);
    }

    /** How far ahead it may be used up for one more to be taken. */
    Duration credit() {
        return spacing().multipliedBy(most - 1L);
    }
}
