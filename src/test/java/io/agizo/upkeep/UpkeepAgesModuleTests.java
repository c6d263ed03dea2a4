package io.agizo.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class UpkeepAgesModuleTests {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final DataSource database = TestDatabase.fresh();
    private final UpkeepStore store = new UpkeepStore(database);
    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void areThoseOfTheLastOfEachKind() {
        store.note(UpkeepStore.BACKUP, NOW.minusSeconds(7200));
        store.note(UpkeepStore.BACKUP, NOW.minusSeconds(3600));
        store.note(UpkeepStore.DRILL, NOW.minusSeconds(60));

        publish();

        assertThat(age("agizo.backup.age")).isEqualTo(3600);
        assertThat(age("agizo.restore.drill.age")).isEqualTo(60);
    }

    @Test
    void areNoNumbersIfThereNeverWasOne() {
        publish();

        assertThat(age("agizo.backup.age")).isNaN();
        assertThat(age("agizo.restore.drill.age")).isNaN();
    }

    @Test
    void areReadAgainOnlyAfterAWhile() {
        store.note(UpkeepStore.BACKUP, NOW.minusSeconds(3600));
        publish();
        assertThat(age("agizo.backup.age")).isEqualTo(3600);

        store.note(UpkeepStore.BACKUP, NOW);

        assertThat(age("agizo.backup.age")).isEqualTo(3600);
    }

    private void publish() {
        new UpkeepAges(store, Clock.fixed(NOW, ZoneOffset.UTC)).bindTo(registry);
    }

    private double age(String name) {
        return registry.get(name).gauge().value();
    }
}
