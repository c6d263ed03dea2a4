package io.agizo.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PublicLimitTests {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T09:00:00Z"));
    private final InstantSource time = now::get;
    private final PublicLimit limit = new PublicLimit(60, time.withZone(ZoneOffset.UTC));

    @Test
    void letsABurstThroughAndThenOneForEachSecond() {
        for (int i = 59; i >= 0; i--) {
            var taken = limit.take(address("203.0.113.7"));
            assertThat(taken.isConsumed()).isTrue();
            assertThat(taken.getRemainingTokens()).isEqualTo(i);
        }
        assertThat(limit.take(address("203.0.113.7")).isConsumed()).isFalse();

        now.updateAndGet(instant -> instant.plus(Duration.ofSeconds(1)));

        assertThat(limit.take(address("203.0.113.7")).isConsumed()).isTrue();
        assertThat(limit.take(address("203.0.113.7")).isConsumed()).isFalse();
    }

    @Test
    void countsEachAddressByItself() {
        exhaust("203.0.113.7");

        assertThat(limit.take(address("203.0.113.8")).isConsumed()).isTrue();
    }

    @Test
    void countsANetworkOfIpv6AsOne() {
        exhaust("2001:db8:1:2::1");

        assertThat(limit.take(address("2001:db8:1:2:ffff::1")).isConsumed()).isFalse();
        assertThat(limit.take(address("2001:db8:1:3::1")).isConsumed()).isTrue();
    }

    private void exhaust(String address) {
        while (limit.take(address(address)).isConsumed()) {
            continue;
        }
    }

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
