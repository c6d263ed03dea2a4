package io.agizo.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Pauses between tries. */
class BackoffTests {

    @Property
    void liesBetweenHalfAndAllOfTheDoubledPause(
            @ForAll @IntRange(min = 1, max = 1000) int attempts, @ForAll long seed) {
        long whole = Math.min(900_000, 10_000L << Math.min(attempts - 1, 20));

        assertThat(Backoff.after(attempts, new Random(seed)))
                .isBetween(Duration.ofMillis(whole / 2), Duration.ofMillis(whole));
    }

    @Test
    void scattersTextsThatFailedTogether() {
        Random random = new Random(1);

        assertThat(IntStream.range(0, 50)
                        .mapToObj(i -> Backoff.after(1, random))
                        .distinct())
                .hasSizeGreaterThan(40);
    }
}
