package io.agizo.signin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of authenticator apps. */
@Repository
class AuthenticatorStore {

    private final JdbcClient jdbc;

    AuthenticatorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<byte[]> secret(UUID account) {
        return jdbc.sql("select secret from authenticator where account_id = ?")
                .param(account)
                .query(byte[].class)
                .optional();
    }

    boolean isConfirmed(UUID account) {
        return jdbc.sql("select exists (select from authenticator where account_id = ? and confirmed)")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    /** Never in the place of one that is in use. */
    void offer(UUID account, byte[] secret, Instant now) {
        jdbc.sql("""
                        insert into authenticator (account_id, secret, confirmed, last_step, added_at) values (?, ?, false, 0, ?)
                        on conflict (account_id) do nothing
                        """)
                .param(account)
                .param(secret)
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether the code of that step is the first: of two who show it at once only one is right. */
    @OutlivesRefusal
    boolean use(UUID account, long step) {
        return jdbc.sql("update authenticator set last_step = ? where account_id = ? and last_step < ?")
                        .param(step)
                        .param(account)
                        .param(step)
                        .update()
                == 1;
    }

    /** Whether it is asked for from now on only: of two who confirm it at once only one is given recovery codes. */
    boolean confirm(UUID account) {
        return jdbc.sql("update authenticator set confirmed = true where account_id = ? and not confirmed")
                        .param(account)
                        .update()
                == 1;
    }

    void replaceRecoveryCodes(UUID account, Collection<byte[]> hashes) {
        jdbc.sql("delete from recovery_code where account_id = ?")
                .param(account)
                .update();
        jdbc.sql("insert into recovery_code (account_id, code_hash) select ?, unnest(?)")
                .param(account)
                .param(hashes.toArray(byte[][]::new))
                .update();
    }

    @OutlivesRefusal
    boolean useRecoveryCode(UUID account, byte[] hash) {
        return jdbc.sql("delete from recovery_code where account_id = ? and code_hash = ?")
                        .param(account)
                        .param(hash)
                        .update()
                == 1;
    }

    void remove(UUID account) {
        jdbc.sql("delete from recovery_code where account_id = ?")
                .param(account)
                .update();
        jdbc.sql("delete from authenticator where account_id = ?")
                .param(account)
                .update();
    }
}
