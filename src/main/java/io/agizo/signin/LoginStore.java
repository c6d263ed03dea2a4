package io.agizo.signin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the browsers in which people signed in before. */
@Repository
class LoginStore {

    private final JdbcClient jdbc;

    LoginStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the person of that login signed in before in the browser that holds the token. */
    boolean isKnownDevice(byte[] tokenHash, Login login) {
        return jdbc.sql("""
                        select exists (select from known_device join account_person on account_person.id = account_id
                                        where token_hash = ? and (phone = ? or lower(email) = lower(?)))
                        """)
                .param(tokenHash)
                .param(login.phone())
                .param(login.email())
                .query(Boolean.class)
                .single();
    }

    /** The same for an account. */
    boolean isKnownDevice(byte[] tokenHash, UUID account) {
        return jdbc.sql("select exists (select from known_device where token_hash = ? and account_id = ?)")
                .param(tokenHash)
                .param(account)
                .query(Boolean.class)
                .single();
    }

    void knowDevice(byte[] tokenHash, UUID account, Instant now) {
        jdbc.sql("""
                        insert into known_device (token_hash, account_id, seen_at) values (?, ?, ?)
                        on conflict (token_hash, account_id) do update set seen_at = excluded.seen_at
                        """)
                .param(tokenHash)
                .param(account)
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    int forgetDevices(Instant seenBefore) {
        return jdbc.sql("delete from known_device where seen_at < ?")
                .param(seenBefore.atOffset(ZoneOffset.UTC))
                .update();
    }
}
