package io.agizo.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Callers;
import io.agizo.TestDatabase;
import io.agizo.WatchedDatabase;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(Lifecycle.PER_CLASS)
class AuditPlansModuleTests {

    private static final int PAGE = 21;
    private static final Instant MIDDLE = Instant.parse("2026-06-15T00:00:00Z");

    private final WatchedDatabase database = new WatchedDatabase(TestDatabase.fresh());
    private final JdbcClient sql = JdbcClient.create(database);
    private final ReadAudit audit =
            new ReadAudit(new AuditStore(sql, JsonMapper.builder().build()));

    @BeforeAll
    void recordMany() {
        sql.sql("""
                insert into audit_event (id, at, event, actor_kind, actor_id, detail, times, address)
                select gen_random_uuid(), '2026-01-01T00:00:00Z'::timestamptz + i * interval '10 minutes',
                       case when i % 1000 = 0 then 'owner-changed' else 'signed-in' end, 'client', 'client-' || i % 500, '{}', 1,
                       '203.0.113.7'
                  from generate_series(1, 50000) as i
                """).update();
        sql.sql("analyze audit_event").update();
    }

    @ParameterizedTest
    @CsvSource({",", "OWNER_CHANGED,", ",client-7", "OWNER_CHANGED,client-0", "OWNER_CHANGED,client-7"})
    void aPageReadsWhatItShows(@Nullable AuditEvent event, @Nullable String actor) {
        assertThat(reads(event, actor, null, null)).isLessThanOrEqualTo(PAGE);
        assertThat(reads(event, actor, MIDDLE, null)).isLessThanOrEqualTo(PAGE);
        assertThat(reads(event, actor, null, MIDDLE)).isLessThanOrEqualTo(PAGE);
    }

    @Test
    void aPageFarIntoTheListReadsWhatItShows() {
        ReadAudit.Place far = new ReadAudit.Place(MIDDLE, new UUID(0, 0));

        assertThat(database.rowsReadBy(() ->
                        audit.list(Callers.shopkeeper(), new ReadAudit.Wanted(null, null, null, null), far, PAGE)))
                .isLessThanOrEqualTo(PAGE);
    }

    private long reads(
            @Nullable AuditEvent event, @Nullable String actor, @Nullable Instant from, @Nullable Instant to) {
        return database.rowsReadBy(
                () -> audit.list(Callers.shopkeeper(), new ReadAudit.Wanted(event, actor, from, to), null, PAGE));
    }
}
