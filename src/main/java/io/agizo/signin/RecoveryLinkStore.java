package io.agizo.signin;

import io.agizo.accounts.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of links by which people get back in. */
@Repository
class RecoveryLinkStore {

    private final JdbcClient jdbc;

    RecoveryLinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(byte[] addressHash, byte[] secretHash, @Nullable AccountId account, Instant expires) {
        jdbc.sql("""
                        insert into recovery_link (address_hash, secret_hash, account_id, expires_at) values (?, ?, ?, ?)
                        """)
                .param(addressHash)
                .param(secretHash)
                .param(account == null ? null : account.value())
                .param(expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whose it is, if it is good and of an account. */
    Optional<AccountId> find(byte[] secretHash, Instant now) {
        return jdbc.sql("""
                        select account_id from recovery_link
                         where secret_hash = ? and expires_at > ? and account_id is not null
                        """)
                .param(secretHash)
                .param(now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** Whether it was there until now, for that address: of two who follow it at once only one is let in. */
    @OutlivesRefusal
    boolean use(byte[] secretHash, byte[] addressHash) {
        return jdbc.sql("delete from recovery_link where secret_hash = ? and address_hash = ?")
                        .param(secretHash)
                        .param(addressHash)
                        .update()
                == 1;
    }

    void deleteOf(AccountId account) {
        jdbc.sql("delete from recovery_link where account_id = ?")
                .param(account.value())
                .update();
    }

    void deleteExpired(Instant now) {
        jdbc.sql("delete from recovery_link where expires_at <= ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
