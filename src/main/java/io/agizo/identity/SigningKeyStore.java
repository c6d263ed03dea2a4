package io.agizo.identity;

import com.nimbusds.jose.jwk.RSAKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Clock;
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

    /** The keys that are not retired, newest first. */
    List<RSAKey> inUse() {
        return jdbc.sql("select jwk from signing_key where retired_at is null order by created_at desc, id desc")
                .query(SigningKeyStore::key)
                .list();
    }

    /** Makes every other replica that wants to create a key wait until this transaction ends. */
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

    private static RSAKey key(ResultSet row, int number) throws SQLException {
        try {
            return RSAKey.parse(row.getString("jwk"));
        } catch (ParseException e) {
            throw new SQLException("A row of signing_key holds no RSA key", e);
        }
    }
}
