package io.agizo.clients;

import io.agizo.clients.ApiClient.PeopleSignIn;
import io.agizo.identity.Permission;
import io.agizo.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The API clients in the database. */
@Repository
class ApiClientStore {

    private static final String VIEW = """
            select id, name, scopes, requests_per_minute, acts_alone, redirect_uris, post_logout_redirect_uris,
                   profile_scopes, created_at, last_used_at, version,
                   case when old_secret_until > ? then old_secret_until end as old_secret_until
              from api_client
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ApiClientStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<ApiClient> find(String id) {
        return jdbc.sql("""
                        select id, name, scopes, requests_per_minute, acts_alone, redirect_uris, post_logout_redirect_uris,
                               profile_scopes, concat_ws(' ', secret_hash, case when old_secret_until > ? then old_secret_hash end) as hashes
                          from api_client where id = ?
                        """)
                .param(now())
                .param(id)
                .query(ApiClientStore::client)
                .optional();
    }

    /** Rises with each change of what any client may do; seen no earlier and no later than the change itself. */
    long revision() {
        return jdbc.sql("select revision from api_client_revision")
                .query(Long.class)
                .single();
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
                .param(scopes(client.permissions()))
                .param(now())
                .update();
    }

    void remove(String id, String secretHash) {
        jdbc.sql("delete from api_client where id = ? and secret_hash = ?")
                .param(id)
                .param(secretHash)
                .update();
    }

    int count() {
        return jdbc.sql("select count(*) from api_client").query(Integer.class).single();
    }

    Optional<ApiClientView> view(String id) {
        return jdbc.sql(VIEW + " where id = ?")
                .param(now())
                .param(id)
                .query(ApiClientStore::view)
                .optional();
    }

    Optional<ApiClientView> lock(String id) {
        return jdbc.sql(VIEW + " where id = ? for update")
                .param(now())
                .param(id)
                .query(ApiClientStore::view)
                .optional();
    }

    /** The latest first, from after the place if there is one. */
    List<ApiClientView> list(ApiClients.@Nullable Place after, int most) {
        List<Object> values = new ArrayList<>(List.of(now()));
        if (after != null) {
            values.add(after.createdAt().atOffset(ZoneOffset.UTC));
            values.add(after.id());
        }
        values.add(most);
        String earlier = after == null ? "" : " where (created_at, id) < (?, ?)";
        return jdbc.sql(VIEW + earlier + " order by created_at desc, id desc limit ?")
                .params(values)
                .query(ApiClientStore::view)
                .list();
    }

    void insert(ApiClientView client, String secretHash) {
        jdbc.sql("""
                        insert into api_client (id, name, secret_hash, scopes, requests_per_minute, acts_alone, redirect_uris,
                               post_logout_redirect_uris, profile_scopes, created_at, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(client.id())
                .param(client.name())
                .param(secretHash)
                .param(client.permissions().toArray(String[]::new))
                .param(client.requestsPerMinute())
                .param(GrantType.actsAlone(client.grantTypes()))
                .param(client.redirectUris().toArray(String[]::new))
                .param(client.postLogoutRedirectUris().toArray(String[]::new))
                .param(client.profileScopes().toArray(String[]::new))
                .param(client.createdAt().atOffset(ZoneOffset.UTC))
                .param(client.version())
                .update();
    }

    void update(ApiClientView client) {
        jdbc.sql("""
                        update api_client
                           set name = ?, scopes = ?, requests_per_minute = ?, acts_alone = ?, redirect_uris = ?,
                               post_logout_redirect_uris = ?, profile_scopes = ?, version = version + 1
                         where id = ?
                        """)
                .param(client.name())
                .param(client.permissions().toArray(String[]::new))
                .param(client.requestsPerMinute())
                .param(GrantType.actsAlone(client.grantTypes()))
                .param(client.redirectUris().toArray(String[]::new))
                .param(client.postLogoutRedirectUris().toArray(String[]::new))
                .param(client.profileScopes().toArray(String[]::new))
                .param(client.id())
                .update();
    }

    /** Puts a secret in the place of the present one, which stays good for a while; one before that is good no more. */
    void rotate(String id, String secretHash, Instant oldSecretUntil) {
        jdbc.sql("""
                        update api_client
                           set old_secret_hash = secret_hash, old_secret_until = ?, secret_hash = ?, version = version + 1
                         where id = ?
                        """)
                .param(oldSecretUntil.atOffset(ZoneOffset.UTC))
                .param(secretHash)
                .param(id)
                .update();
    }

    void delete(String id) {
        jdbc.sql("delete from api_client where id = ?").param(id).update();
    }

    /** Writes when clients were last used, in the order of their ids lest two replicas wait for each other. */
    void used(Map<String, Instant> lastUse) {
        Collection<Map.Entry<String, Instant>> uses = lastUse.entrySet();
        jdbc.sql("""
                        with used as materialized (
                            select c.id, u.at
                              from unnest(?::text[], ?::timestamptz[]) as u (id, at)
                              join api_client c on c.id = u.id
                             where c.last_used_at is null or c.last_used_at < u.at
                             order by c.id for update of c)
                        update api_client c set last_used_at = used.at from used where c.id = used.id
                        """)
                .param(Columns.texts(uses, Map.Entry::getKey))
                .param(Columns.texts(uses, Map.Entry::getValue))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static String[] scopes(Set<Permission> permissions) {
        return permissions.stream().map(Permission::scope).toArray(String[]::new);
    }

    private static ApiClient client(ResultSet row, int number) throws SQLException {
        return new ApiClient(
                row.getString("id"),
                row.getString("name"),
                row.getString("hashes"),
                permissions(row),
                row.getObject("requests_per_minute", Integer.class),
                row.getBoolean("acts_alone"),
                new PeopleSignIn(
                        texts(row, "redirect_uris"),
                        texts(row, "post_logout_redirect_uris"),
                        texts(row, "profile_scopes")));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static ApiClientView view(ResultSet row, int number) throws SQLException {
        return new ApiClientView(
                row.getString("id"),
                row.getString("name"),
                permissions(row).stream().sorted().map(Permission::scope).toList(),
                row.getObject("requests_per_minute", Integer.class),
                GrantType.of(
                        row.getBoolean("acts_alone"),
                        !texts(row, "redirect_uris").isEmpty()),
                texts(row, "redirect_uris"),
                texts(row, "post_logout_redirect_uris"),
                texts(row, "profile_scopes"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "last_used_at"),
                instant(row, "old_secret_until"),
                row.getInt("version"));
    }

    private static Set<Permission> permissions(ResultSet row) throws SQLException {
        return Permission.ofScopes(texts(row, "scopes"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
