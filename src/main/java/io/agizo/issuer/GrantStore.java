package io.agizo.issuer;

import io.agizo.issuer.Grant.Asked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of grants. Each step of a grant's life is one statement that only one of two at the same moment can take. */
@Repository
class GrantStore {

    private static final String FIND = """
            select id, client_id, account_id, scopes, redirect_uri, state, nonce, code_challenge, signed_in_at,
                   code_used, refresh_hash, started_at, expires_at
              from oauth_grant
            """;

    private final JdbcClient jdbc;

    GrantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A grant as it lies there, with what tells whether a secret of it was used before. */
    record Kept(Grant grant, boolean codeUsed, @Nullable String refreshHash) {}

    Optional<Kept> find(UUID id) {
        return jdbc.sql(FIND + " where id = ?")
                .param(id)
                .query(GrantStore::kept)
                .optional();
    }

    Optional<Kept> byConsent(String hash) {
        return jdbc.sql(FIND + " where consent_hash = ?")
                .param(hash)
                .query(GrantStore::kept)
                .optional();
    }

    Optional<Kept> byCode(String hash) {
        return jdbc.sql(FIND + " where code_hash = ?")
                .param(hash)
                .query(GrantStore::kept)
                .optional();
    }

    Optional<Kept> byFamily(String hash) {
        return jdbc.sql(FIND + " where family_hash = ?")
                .param(hash)
                .query(GrantStore::kept)
                .optional();
    }

    /** Whether the grant has not been ended and not run out. */
    boolean holds(UUID id, Instant now) {
        return jdbc.sql("select exists (select from oauth_grant where id = ? and expires_at > ?)")
                .param(id)
                .param(time(now))
                .query(Boolean.class)
                .single();
    }

    void awaitConsent(Grant grant, String consentHash) {
        put(grant, consentHash, null);
    }

    /** Keeps the code, for a new grant or for one whose consent was given just now. */
    void awaitCode(Grant grant, String codeHash) {
        put(grant, null, codeHash);
    }

    private void put(Grant grant, @Nullable String consentHash, @Nullable String codeHash) {
        jdbc.sql("""
                        insert into oauth_grant (id, client_id, account_id, scopes, redirect_uri, state, nonce,
                               code_challenge, signed_in_at, consent_hash, code_hash, started_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update
                        set scopes = excluded.scopes, consent_hash = excluded.consent_hash,
                            code_hash = excluded.code_hash, expires_at = excluded.expires_at
                        """)
                .param(grant.id())
                .param(grant.clientId())
                .param(grant.account())
                .param(grant.scopes().toArray(String[]::new))
                .param(grant.asked().redirectUri())
                .param(grant.asked().state())
                .param(grant.asked().nonce())
                .param(grant.asked().codeChallenge())
                .param(time(grant.signedInAt()))
                .param(consentHash)
                .param(codeHash)
                .param(time(grant.startedAt()))
                .param(time(grant.expiresAt()))
                .update();
    }

    /** Whether the code was still unused; from now on the grant lives by its refresh tokens, if it has any. */
    boolean useCode(Grant grant, @Nullable String familyHash, @Nullable String refreshHash) {
        return jdbc.sql("""
                        update oauth_grant set code_used = true, family_hash = ?, refresh_hash = ?, expires_at = ?
                        where id = ? and not code_used
                        """)
                        .param(familyHash)
                        .param(refreshHash)
                        .param(time(grant.expiresAt()))
                        .param(grant.id())
                        .update()
                == 1;
    }

    /** Whether the old refresh token was still the good one. */
    boolean rotate(UUID id, String oldHash, String newHash) {
        return jdbc.sql("update oauth_grant set refresh_hash = ? where id = ? and refresh_hash = ?")
                        .param(newHash)
                        .param(id)
                        .param(oldHash)
                        .update()
                == 1;
    }

    void end(UUID id) {
        jdbc.sql("delete from oauth_grant where id = ?").param(id).update();
    }

    void endAllOf(UUID account) {
        jdbc.sql("delete from oauth_grant where account_id = ?").param(account).update();
    }

    void endAllOf(UUID account, String clientId) {
        jdbc.sql("delete from oauth_grant where account_id = ? and client_id = ?")
                .param(account)
                .param(clientId)
                .update();
    }

    /** Those of a client, with what people agreed to let it do. */
    void endAllOf(String clientId) {
        jdbc.sql("delete from oauth_grant where client_id = ?").param(clientId).update();
        jdbc.sql("delete from oauth_consent where client_id = ?")
                .param(clientId)
                .update();
    }

    void removeExpired(Instant now) {
        jdbc.sql("delete from oauth_grant where expires_at <= ?")
                .param(time(now))
                .update();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        Grant grant = new Grant(
                row.getObject("id", UUID.class),
                row.getString("client_id"),
                row.getObject("account_id", UUID.class),
                Set.copyOf(Arrays.asList((String[]) row.getArray("scopes").getArray())),
                new Asked(
                        row.getString("redirect_uri"),
                        row.getString("state"),
                        row.getString("nonce"),
                        row.getString("code_challenge")),
                instant(row, "signed_in_at"),
                instant(row, "started_at"),
                instant(row, "expires_at"));
        return new Kept(grant, row.getBoolean("code_used"), row.getString("refresh_hash"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
