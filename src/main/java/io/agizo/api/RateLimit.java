package io.agizo.api;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * How much each may ask of the shop: so many requests at once, and as many again each minute. It is counted in the memory
 * of this replica, so with several of them the limit of all is as many times as large.
 */
public final class RateLimit {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** Some ten megabytes. A flood from more keys than that pushes out the quietest, whose buckets are full anyway. */
    private static final int MOST_KEYS = 50_000;

    private static final int IPV6_NETWORK_BYTES = 8;

    private final String name;
    private final int perMinute;
    private final LoadingCache<Share, Bucket> buckets;

    /** A limit that its name tells apart in the headers of an answer. */
    public RateLimit(String name, int perMinute, Clock clock) {
        this.name = name;
        this.perMinute = perMinute;
        TimeMeter time = new ClockMeter(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterAccess(WINDOW.multipliedBy(2))
                .build(share -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(share.perMinute).refillGreedy(share.perMinute, WINDOW))
                        .build());
    }

    /** What someone may ask; whose limit is changed begins anew. */
    private record Share(Object key, int perMinute) {}

    /**
     * What the limit says to one more request.
     *
     * @param retrySeconds when to come back, if it is not granted
     */
    public record Verdict(boolean granted, long remaining, int resetSeconds, int retrySeconds) {

        private static Verdict of(ConsumptionProbe probe) {
            return new Verdict(
                    probe.isConsumed(),
                    probe.getRemainingTokens(),
                    seconds(probe.getNanosToWaitForReset()),
                    seconds(probe.getNanosToWaitForRefill()));
        }

        /** What to tell someone who is not granted it. */
        public Problem refusal() {
            return Problem.of(ProblemType.TOO_MANY_REQUESTS, ProblemType.TOO_MANY_REQUESTS.meaning())
                    .retryAfter(retrySeconds);
        }

        private static int seconds(long nanos) {
            return (int) Duration.ofNanos(nanos).plusSeconds(1).toSeconds();
        }
    }

    /** Counts a request of whoever the key stands for, and tells them in the headers what is left. */
    public Verdict take(Object key, HttpServletResponse response) {
        return take(key, perMinute, response);
    }

    /** The same for someone who has a limit of their own. */
    public Verdict take(Object key, int perMinute, HttpServletResponse response) {
        Verdict verdict = Verdict.of(buckets.get(new Share(key, perMinute)).tryConsumeAndReturnRemaining(1));
        response.addHeader("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(name, perMinute, WINDOW.toSeconds()));
        response.addHeader(
                "RateLimit", "\"%s\";r=%d;t=%d".formatted(name, verdict.remaining(), verdict.resetSeconds()));
        return verdict;
    }

    /** Counts more of someone whose request turns out to be worth several, of which their limit is the most. */
    Verdict takeMore(Object key, int perMinute, int more) {
        return Verdict.of(
                buckets.get(new Share(key, perMinute)).tryConsumeAndReturnRemaining(Math.min(more, perMinute)));
    }

    /** How many a minute, for whoever has no limit of their own. */
    int perMinute() {
        return perMinute;
    }

    /** Counts one request less, for what turned out not to be meant by the limit. */
    public void giveBack(Object key) {
        buckets.get(new Share(key, perMinute)).addTokens(1);
    }

    /**
     * The network that the request comes from, as its first address: whoever has one IPv6 address has the other 2^64 of its
     * network too.
     */
    public static String network(HttpServletRequest request) {
        byte[] bytes = address(request).getAddress();
        if (bytes.length > IPV6_NETWORK_BYTES) {
            Arrays.fill(bytes, IPV6_NETWORK_BYTES, bytes.length, (byte) 0);
        }
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static InetAddress address(HttpServletRequest request) {
        return InetAddress.ofLiteral(request.getRemoteAddr());
    }

    /** Whether the request comes from the shop's own machine, and was not handed on by a proxy there. */
    public static boolean isOwnMachine(HttpServletRequest request) {
        return address(request).isLoopbackAddress()
                && request.getHeader("Forwarded") == null
                && request.getHeader("X-Forwarded-For") == null;
    }

    /** The shop's clock, as Bucket4j reads one. */
    private record ClockMeter(Clock clock) implements TimeMeter {

        private static final long NANOS_PER_SECOND = 1_000_000_000;

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return now.getEpochSecond() * NANOS_PER_SECOND + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
