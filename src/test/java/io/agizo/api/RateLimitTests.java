package io.agizo.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.api.RateLimit.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitTests {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T09:00:00Z"));
    private final InstantSource time = now::get;
    private final MockHttpServletResponse answer = new MockHttpServletResponse();
    private final RateLimit limit = new RateLimit("public", 60, time.withZone(ZoneOffset.UTC));

    @Test
    void letsABurstThroughAndThenOneForEachSecond() {
        for (int i = 59; i >= 0; i--) {
            Verdict taken = take("203.0.113.7");
            assertThat(taken.granted()).isTrue();
            assertThat(taken.remaining()).isEqualTo(i);
        }
        assertThat(take("203.0.113.7").granted()).isFalse();

        now.updateAndGet(instant -> instant.plus(Duration.ofSeconds(1)));

        assertThat(take("203.0.113.7").granted()).isTrue();
        assertThat(take("203.0.113.7").granted()).isFalse();
    }

    @Test
    void countsEachAddressByItself() {
        exhaust("203.0.113.7");

        assertThat(take("203.0.113.8").granted()).isTrue();
    }

    @Test
    void countsANetworkOfIpv6AsOne() {
        exhaust("2001:db8:1:2::1");

        assertThat(take("2001:db8:1:2:ffff::1").granted()).isFalse();
        assertThat(take("2001:db8:1:3::1").granted()).isTrue();
    }

    @Test
    void tellsNetworksApartInWords() {
        assertThat(RateLimit.network(from("203.0.113.7"))).isEqualTo("203.0.113.7");
        assertThat(RateLimit.network(from("2001:db8:1:2:ffff::1"))).isEqualTo("2001:db8:1:2:0:0:0:0");
    }

    private void exhaust(String address) {
        while (take(address).granted()) {
            continue;
        }
    }

    @Test
    void saysWhatIsLeftAndWhenToComeBack() {
        exhaust("203.0.113.7");

        assertThat(answer.getHeaders("RateLimit-Policy")).contains("\"public\";q=60;w=60");
        assertThat(answer.getHeaders("RateLimit")).contains("\"public\";r=59;t=2", "\"public\";r=0;t=61");
        assertThat(take("203.0.113.7").retrySeconds()).isEqualTo(2);
    }

    @Test
    void doesNotCountWhatIsGivenBack() {
        exhaust("203.0.113.7");

        limit.giveBack(RateLimit.network(from("203.0.113.7")));

        assertThat(take("203.0.113.7").granted()).isTrue();
    }

    private Verdict take(String address) {
        return limit.take(RateLimit.network(from(address)), answer);
    }

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }
}
