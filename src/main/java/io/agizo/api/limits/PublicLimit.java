package io.agizo.api.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Counts what comes from each address, in the memory of this replica: so many requests at once, and as many again each minute. */
final class PublicLimit {

    static final Duration WINDOW = Duration.ofMinutes(1);

    /** Some ten megabytes. A flood from more addresses pushes out the quietest, whose buckets are full anyway. */
    private static final int MOST_ADDRESSES = 50_000;

    private static final int IPV6_NETWORK_BYTES = 8;

    private final int perMinute;
    private final LoadingCache<ByteBuffer, Bucket> buckets;

    PublicLimit(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        TimeMeter time = new ClockMeter(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterAccess(WINDOW.multipliedBy(2))
                .build(network -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                        .build());
    }

    int perMinute() {
        return perMinute;
    }

    ConsumptionProbe take(InetAddress address) {
        return buckets.get(network(address)).tryConsumeAndReturnRemaining(1);
    }

    /** Whoever has one IPv6 address has the other 2^64 of its network too. */
    private static ByteBuffer network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, IPV6_NETWORK_BYTES));
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
