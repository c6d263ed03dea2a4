package io.agizo.notifications;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many texts left the shop in each hour. */
@Repository
class SentTextStore {

    /** Of the lock under which replicas take texts one after the other; nothing else in the shop has this number. */
    private static final long LOCK = 0x7465787473L;

    private final JdbcClient jdbc;

    SentTextStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction. */
    void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, i) -> true)
                .list();
    }

    long since(Instant start) {
        return jdbc.sql("select coalesce(sum(texts), 0) from text_hour where hour >= ?")
                .param(timestamp(start))
                .query(Long.class)
                .single();
    }

    /** The first hour in which one left. */
    Optional<Instant> firstHourSince(Instant start) {
        return jdbc.sql("select hour from text_hour where hour >= ? and texts > 0 order by hour limit 1")
                .param(timestamp(start))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void add(Instant hour, int texts) {
        jdbc.sql("""
                insert into text_hour as counted (hour, texts) values (?, ?)
                    on conflict (hour) do update set texts = counted.texts + excluded.texts
                """).param(timestamp(hour)).param(texts).update();
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
