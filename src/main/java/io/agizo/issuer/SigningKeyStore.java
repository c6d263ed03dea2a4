package io.agizo.issuer;

import com.nimbusds.jose.jwk.RSAKey;
import io.agizo.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The signing keys in the database. */
@Repository
class SigningKeyStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    SigningKeyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A key, and since when it is shown. */
    record Kept(RSAKey key, Instant createdAt) {}

    /** The keys that are not retired, newest first. */
    List<Kept> inUse() {
        return jdbc.sql("""
                        select jwk, created_at from signing_key
                        where retired_at is null order by created_at desc, id desc
                        """).query(SigningKeyStore::kept).list();
    }

    /** Makes every other replica that wants to add a key wait until this transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('signing_key'))")
                .query((row, number) -> number)
                .single();
    }

    void add(RSAKey key) {
        jdbc.sql("insert into signing_key (id, jwk, created_at) values (?, ?, ?)")
                .param(UUID.fromString(key.getKeyID()))
                .param(key.toJSONString())
                .param(OffsetDateTime.now(clock))
                .update();
    }

    /** Keeps when it was, but no longer the key itself. */
    void retire(List<Kept> keys) {
        jdbc.sql("update signing_key set retired_at = ?, jwk = '' where id = any (?::uuid[])")
                .param(OffsetDateTime.now(clock))
                .param(Columns.texts(keys, kept -> kept.key().getKeyID()))
                .update();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        try {
            return new Kept(
                    RSAKey.parse(row.getString("jwk")),
                    row.getObject("created_at", OffsetDateTime.class).toInstant());
        } catch (ParseException e) {
            throw new SQLException("A row of signing_key holds no RSA key", e);
        }
    }
}
