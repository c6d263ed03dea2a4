package io.agizo.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of consents. */
@Repository
class ConsentStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    ConsentStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The scopes that the person has agreed to let the client have; none if they were never asked. */
    Set<String> find(UUID account, String clientId) {
        return jdbc.sql("select scopes from oauth_consent where account_id = ? and client_id = ?")
                .param(account)
                .param(clientId)
                .query((row, number) -> Set.copyOf(
                        Arrays.asList((String[]) row.getArray("scopes").getArray())))
                .optional()
                .orElse(Set.of());
    }

    void put(UUID account, String clientId, Set<String> scopes) {
        jdbc.sql("""
                        insert into oauth_consent (account_id, client_id, scopes, given_at) values (?, ?, ?, ?)
                        on conflict (account_id, client_id) do update
                        set scopes = excluded.scopes, given_at = excluded.given_at
                        """)
                .param(account)
                .param(clientId)
                .param(scopes.toArray(String[]::new))
                .param(OffsetDateTime.now(clock))
                .update();
    }

    void remove(UUID account, String clientId) {
        jdbc.sql("delete from oauth_consent where account_id = ? and client_id = ?")
                .param(account)
                .param(clientId)
                .update();
    }
}
