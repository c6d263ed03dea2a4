package io.agizo.live.stream;

import io.agizo.shared.Columns;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that calls out to all replicas. */
@Repository
class NotifyStore {

    static final String CHANNEL = "agizo_live";

    private final JdbcClient jdbc;

    NotifyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One statement and its own transaction, whose commit waits for no disk: PostgreSQL holds a lock over all notifying
     * transactions until they have committed (ADR 0027).
     */
    void send(List<String> payloads) {
        jdbc.sql("""
                select pg_notify(?, payload)::text
                  from unnest(?::text[]) as payload
                 where (select set_config('synchronous_commit', 'off', true)) = 'off'
                """)
                .param(CHANNEL)
                .param(Columns.texts(payloads, payload -> payload))
                .query((row, i) -> i)
                .list();
    }
}
