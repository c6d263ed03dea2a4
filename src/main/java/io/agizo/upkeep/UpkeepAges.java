package io.agizo.upkeep;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** How long ago the shop was last backed up, and a backup was last proved to be good; not a number if neither ever was. */
@Component
class UpkeepAges implements MeterBinder {

    /** What is a day old may be known half a minute late. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(30);

    private final UpkeepStore store;
    private final Clock clock;
    private Map<String, Instant> last = Map.of();
    private Instant asked = Instant.EPOCH;

    UpkeepAges(UpkeepStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "agizo.backup.age", UpkeepStore.BACKUP, "Since the shop was last backed up");
        gauge(registry, "agizo.restore.drill.age", UpkeepStore.DRILL, "Since a backup was last restored for a try");
    }

    private void gauge(MeterRegistry registry, String name, String kind, String description) {
        Gauge.builder(name, this, ages -> ages.seconds(kind))
                .baseUnit("seconds")
                .description(description)
                .register(registry);
    }

    private synchronized double seconds(String kind) {
        Instant now = clock.instant();
        if (asked.plus(KNOWN_FOR).isBefore(now)) {
            asked = now;
            try {
                last = store.last();
            } catch (DataAccessException databaseIsAway) {
                // What was known before goes on ageing.
            }
        }
        Instant ran = last.get(kind);
        return ran == null ? Double.NaN : Duration.between(ran, now).toSeconds();
    }
}
