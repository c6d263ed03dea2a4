package io.agizo.signin;

import io.agizo.accounts.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of links by which people prove an e-mail address. */
@Repository
class EmailProofStore {

    private static final String GOOD = "account_id = ? and secret_hash = ? and expires_at > ?";

    private final JdbcClient jdbc;

    EmailProofStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the place of the account's last link, if it had one. */
    void put(AccountId account, String address, byte[] secretHash, Instant expires) {
        jdbc.sql("""
                        insert into email_proof (account_id, address, secret_hash, expires_at) values (?, ?, ?, ?)
                        on conflict (account_id) do update
                        set address = excluded.address, secret_hash = excluded.secret_hash,
                            expires_at = excluded.expires_at
                        """)
                .param(account.value())
                .param(address)
                .param(secretHash)
                .param(expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The address that the link proves, if it is good and of this account. */
    Optional<String> find(AccountId account, byte[] secretHash, Instant now) {
        return jdbc.sql("select address from email_proof where " + GOOD)
                .param(account.value())
                .param(secretHash)
                .param(now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    /** The same, and the link is used up: of two who follow it at once only one gets the address. */
    Optional<String> take(AccountId account, byte[] secretHash, Instant now) {
        return jdbc.sql("delete from email_proof where " + GOOD + " returning address")
                .param(account.value())
                .param(secretHash)
                .param(now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    void deleteExpired(Instant now) {
        jdbc.sql("delete from email_proof where expires_at <= ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
