package io.agizo.accounts;

import io.agizo.shared.PhoneNumber;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of invitations. */
@Repository
class InvitationStore {

    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one before, if there is one, is no good any more. */
    void put(EmployeeId employee, PhoneNumber phone, String tokenHash, Instant expiresAt) {
        jdbc.sql("""
                        insert into invitation (employee_id, phone, token_hash, expires_at) values (?, ?, ?, ?)
                            on conflict (employee_id)
                            do update set phone = excluded.phone, token_hash = excluded.token_hash,
                                          expires_at = excluded.expires_at
                        """)
                .param(employee.value())
                .param(phone.e164())
                .param(tokenHash)
                .param(expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Only while the person who is invited has the number that the link was texted to. */
    Optional<EmployeeId> find(String tokenHash, Instant now) {
        return jdbc.sql("""
                        select invitation.employee_id
                          from invitation
                          join employee on employee.id = invitation.employee_id and employee.phone = invitation.phone
                         where invitation.token_hash = ? and invitation.expires_at > ?
                        """)
                .param(tokenHash)
                .param(now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .map(EmployeeId::new);
    }

    void delete(EmployeeId employee) {
        jdbc.sql("delete from invitation where employee_id = ?")
                .param(employee.value())
                .update();
    }
}
