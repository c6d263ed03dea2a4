package io.agizo.signin;

import io.agizo.shared.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of codes that are texted. */
@Repository
class SignInCodeStore {

    private final JdbcClient jdbc;

    SignInCodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A code that was sent, and whether it was the one that is tried now. */
    record Sent(PhoneNumber phone, boolean right, CodePurpose purpose) {}

    void put(PhoneNumber phone, byte[] ticketHash, byte[] codeHash, Instant expires, CodePurpose purpose) {
        jdbc.sql("""
                        insert into sign_in_code
                               (phone, ticket_hash, code_hash, tries, expires_at, account_id, name, password_hash, email,
                                set_up_link)
                        values (?, ?, ?, 0, ?, ?, ?, ?, ?, ?)
                        """)
                .param(phone.e164())
                .param(ticketHash)
                .param(codeHash)
                .param(expires.atOffset(ZoneOffset.UTC))
                .param(purpose.mover())
                .param(purpose.newName())
                .param(purpose.newPasswordHash())
                .param(purpose.newEmail())
                .param(purpose.setUpLink())
                .update();
    }

    Optional<PhoneNumber> phone(byte[] ticketHash) {
        return jdbc.sql("select phone from sign_in_code where ticket_hash = ?")
                .param(ticketHash)
                .query(String.class)
                .optional()
                .map(PhoneNumber::new);
    }

    /** Counts a try, however many are made at once; nothing if there is no code of that ticket that can still be tried. */
    @OutlivesRefusal
    Optional<Sent> countTry(byte[] ticketHash, byte[] codeHash, int mostTries, Instant now) {
        return jdbc.sql("""
                        update sign_in_code set tries = tries + 1
                         where ticket_hash = ? and tries < ? and expires_at > ?
                        returning phone, code_hash = ? as is_right, account_id, name, password_hash, email,
                                  set_up_link
                        """)
                .param(ticketHash)
                .param(mostTries)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(codeHash)
                .query(SignInCodeStore::sent)
                .optional();
    }

    /** What the browser that has the ticket asked for the code for, if it was not used yet. */
    Optional<CodePurpose> purpose(byte[] ticketHash) {
        return jdbc.sql("""
                        select account_id, name, password_hash, email, set_up_link from sign_in_code
                         where ticket_hash = ?
                        """)
                .param(ticketHash)
                .query((row, number) -> purpose(row))
                .optional();
    }

    /** Whether it was there until now: of two who are right at once only one is let in. */
    @OutlivesRefusal
    boolean use(byte[] ticketHash) {
        return jdbc.sql("delete from sign_in_code where ticket_hash = ?")
                        .param(ticketHash)
                        .update()
                == 1;
    }

    void deleteExpired(Instant now) {
        jdbc.sql("delete from sign_in_code where expires_at <= ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Sent sent(ResultSet row, int number) throws SQLException {
        return new Sent(new PhoneNumber(row.getString("phone")), row.getBoolean("is_right"), purpose(row));
    }

    private static CodePurpose purpose(ResultSet row) throws SQLException {
        UUID mover = row.getObject("account_id", UUID.class);
        if (mover != null) {
            return new CodePurpose.MovePhone(mover);
        }
        String name = row.getString("name");
        if (name == null) {
            return new CodePurpose.SignIn();
        }
        String hash = row.getString("password_hash");
        String email = row.getString("email");
        String setUpLink = row.getString("set_up_link");
        return setUpLink == null
                ? new CodePurpose.SignUp(name, hash, email)
                : new CodePurpose.SetUp(setUpLink, name, hash, email);
    }
}
