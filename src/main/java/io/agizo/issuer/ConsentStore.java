package io.agizo.issuer;

import io.agizo.issuer.AllowedPrograms.AllowedProgram;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
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

    /** What the person lets clients do at this moment, be it that they agreed or that there was nothing to agree to. */
    List<AllowedProgram> allowed(UUID account, Instant now) {
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                        select client.id, client.name, coalesce(consent.scopes, '{openid}') as scopes,
                               coalesce(consent.given_at, running.since) as since, running.until
                          from (select client_id, scopes, given_at from oauth_consent where account_id = ?) consent
                          full join (select client_id, min(started_at) as since, max(expires_at) as until
                                       from oauth_grant where account_id = ? and code_used and expires_at > ?
                                      group by client_id) running on running.client_id = consent.client_id
                          join client_name client on client.id = coalesce(consent.client_id, running.client_id)
                         order by client.name, client.id
                        """)
                .params(account, account, time)
                .query(ConsentStore::allowed)
                .list();
    }

    /** Adds to what the person agreed to before: what a client does not ask for this time is not taken from it. */
    void add(UUID account, String clientId, Set<String> scopes) {
        jdbc.sql("""
                        insert into oauth_consent (account_id, client_id, scopes, given_at) values (?, ?, ?, ?)
                        on conflict (account_id, client_id) do update
                        set scopes = array(select unnest(oauth_consent.scopes) union select unnest(excluded.scopes)),
                            given_at = excluded.given_at
                        """)
                .param(account)
                .param(clientId)
                .param(scopes.toArray(String[]::new))
                .param(OffsetDateTime.now(clock))
                .update();
    }

    /** Whether the client had any of the scopes, which it has no longer; with the last that a person decides on goes the row. */
    boolean takeBack(UUID account, String clientId, Set<String> scopes) {
        String[] taken = scopes.toArray(String[]::new);
        boolean had = jdbc.sql("""
                        update oauth_consent set scopes = array(select unnest(scopes) except select unnest(?::text[]))
                         where account_id = ? and client_id = ? and scopes && ?::text[]
                        """).params(taken, account, clientId, taken).update() == 1;
        jdbc.sql("delete from oauth_consent where account_id = ? and client_id = ? and scopes <@ '{openid}'")
                .params(account, clientId)
                .update();
        return had;
    }

    void remove(UUID account, String clientId) {
        jdbc.sql("delete from oauth_consent where account_id = ? and client_id = ?")
                .param(account)
                .param(clientId)
                .update();
    }

    private static AllowedProgram allowed(ResultSet row, int number) throws SQLException {
        OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
        String[] scopes = (String[]) row.getArray("scopes").getArray();
        return new AllowedProgram(
                row.getString("id"),
                row.getString("name"),
                Arrays.stream(scopes).sorted().toList(),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant());
    }
}
