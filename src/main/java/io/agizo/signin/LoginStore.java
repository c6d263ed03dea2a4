package io.agizo.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of signing in with a password. */
@Repository
class LoginStore {

    private final JdbcClient jdbc;

    LoginStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose phone or e-mail address it is, if they have a password; one statement, whether there is anyone or not. */
    Optional<PersonWithPassword> find(Login login) {
        return jdbc.sql("""
                        select id, password_hash from account
                         where (phone = ? or lower(email) = lower(?)) and password_hash is not null
                         order by phone = ? desc nulls last limit 1
                        """)
                .param(login.phone())
                .param(login.email())
                .param(login.phone())
                .query(LoginStore::person)
                .optional();
    }

    /** Whether the person of that login signed in before in the browser that holds the token. */
    boolean isKnownDevice(byte[] tokenHash, Login login) {
        return jdbc.sql("""
                        select exists (select from known_device join account on account.id = account_id
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

    private static PersonWithPassword person(ResultSet row, int number) throws SQLException {
        return new PersonWithPassword(row.getObject("id", UUID.class), row.getString("password_hash"));
    }
}
