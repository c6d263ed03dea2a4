package io.agizo.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The API clients in the database. */
@Repository
class ApiClientStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    ApiClientStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<ApiClient> find(String id) {
        return jdbc.sql("select id, name, secret_hash, scopes from api_client where id = ?")
                .param(id)
                .query(ApiClientStore::client)
                .optional();
    }

    /** Adds the client, or gives the one of that id this name, secret and these permissions. */
    void put(ApiClient client) {
        jdbc.sql("""
                        insert into api_client (id, name, secret_hash, scopes, created_at) values (?, ?, ?, ?, ?)
                        on conflict (id) do update
                        set name = excluded.name, secret_hash = excluded.secret_hash, scopes = excluded.scopes
                        """)
                .param(client.id())
                .param(client.name())
                .param(client.secretHash())
                .param(client.permissions().stream().map(Permission::scope).toArray(String[]::new))
                .param(OffsetDateTime.now(clock))
                .update();
    }

    void remove(String id, String secretHash) {
        jdbc.sql("delete from api_client where id = ? and secret_hash = ?")
                .param(id)
                .param(secretHash)
                .update();
    }

    private static ApiClient client(ResultSet row, int number) throws SQLException {
        return new ApiClient(
                row.getString("id"),
                row.getString("name"),
                row.getString("secret_hash"),
                Permission.ofScopes(
                        Arrays.asList((String[]) row.getArray("scopes").getArray())));
    }
}
