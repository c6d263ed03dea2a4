package io.agizo.notifications;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Shows how many texts are in which state, and how long the oldest has waited. All is read by one query, when somebody asks
 * and at most every 15 s, however often and by however many that is.
 */
@Component
class TextFigures implements MeterBinder {

    private static final Duration READ_EVERY = Duration.ofSeconds(15);

    /** Texts with which nothing is left to do count for so long: a shop may have millions of them. */
    private static final Duration DONE_COUNT_FOR = Duration.ofHours(1);

    private final TextFigureStore store;
    private final Clock clock;
    private @Nullable Reading latest;

    TextFigures(TextFigureStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * What was read; nothing while the database is away.
     *
     * @param waitingSince when the oldest text was queued that could be sent at any time; null if there is none
     */
    record Counted(
            Map<MessageStatus, Long> states, @Nullable Instant waitingSince) {}

    private record Reading(Instant at, @Nullable Counted counted) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        for (MessageStatus status : MessageStatus.values()) {
            Gauge.builder("agizo.texts", this, figures -> figures.inState(status))
                    .description(
                            "Texts with which something is left to do, and those of the last hour that are done with")
                    .tag("state", status.word())
                    .register(registry);
        }
        TimeGauge.builder("agizo.texts.oldest", this, TimeUnit.SECONDS, TextFigures::oldestSeconds)
                .description("How long the oldest text has waited that could be sent at any time")
                .register(registry);
    }

    private double inState(MessageStatus status) {
        Counted counted = counted();
        return counted == null ? Double.NaN : counted.states().getOrDefault(status, 0L);
    }

    private double oldestSeconds() {
        Counted counted = counted();
        if (counted == null) {
            return Double.NaN;
        }
        Instant since = counted.waitingSince();
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }

    private synchronized @Nullable Counted counted() {
        Instant now = clock.instant();
        Reading reading = latest;
        if (reading == null || Duration.between(reading.at(), now).compareTo(READ_EVERY) >= 0) {
            reading = new Reading(now, read(now));
            latest = reading;
        }
        return reading.counted();
    }

    private @Nullable Counted read(Instant now) {
        try {
            return store.count(now.minus(DONE_COUNT_FOR));
        } catch (DataAccessException away) {
            return null;
        }
    }
}
