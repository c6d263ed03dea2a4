package io.agizo.staff;

import io.agizo.accounts.AccountId;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.shared.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
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

    /**
     * A link that was not used yet.
     *
     * @param sentBy the id of a {@link Caller}
     */
    record Link(EmployeeId employee, String sentBy) {}

    /** The one before, if there is one, is no good any more. */
    void put(EmployeeId employee, PhoneNumber phone, Caller sender, String tokenHash, Instant expiresAt) {
        jdbc.sql("""
                        insert into invitation (employee_id, phone, sent_by, token_hash, expires_at)
                        values (?, ?, ?, ?, ?)
                            on conflict (employee_id)
                            do update set phone = excluded.phone, sent_by = excluded.sent_by,
                                          token_hash = excluded.token_hash, expires_at = excluded.expires_at
                        """)
                .param(employee.value())
                .param(phone.e164())
                .param(sender.id())
                .param(tokenHash)
                .param(expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Only while the person who is invited has the number that the link was texted to. */
    Optional<Link> find(String tokenHash, Instant now) {
        return jdbc.sql("""
                        select invitation.employee_id, invitation.sent_by
                          from invitation
                          join employee on employee.id = invitation.employee_id and employee.phone = invitation.phone
                         where invitation.token_hash = ? and invitation.expires_at > ? and invitation.sent_by is not null
                        """)
                .param(tokenHash)
                .param(now.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Link(new EmployeeId(row.getObject("employee_id", UUID.class)), row.getString("sent_by")))
                .optional();
    }

    /** What a client that acts for itself may do at this moment; nothing if there is none of that id. */
    Set<Permission> heldByClient(String id) {
        return jdbc.sql("select scopes from client_scopes where id = ?")
                .param(id)
                .query(InvitationStore::scopes)
                .optional()
                .orElse(Set.of());
    }

    /** Whoever it is takes the link on, as if they had sent it. */
    void takeOn(EmployeeId invited, Caller sender) {
        jdbc.sql("update invitation set sent_by = ? where employee_id = ?")
                .param(sender.id())
                .param(invited.value())
                .update();
    }

    void endThoseOf(AccountId sender) {
        jdbc.sql("delete from invitation where sent_by = ?")
                .param(sender.toString())
                .update();
    }

    /** Those that were sent by anyone who has the role. */
    void endThoseOf(Role role) {
        jdbc.sql("delete from invitation where sent_by in (select account_id::text from employee where role = ?)")
                .param(role.name())
                .update();
    }

    void delete(EmployeeId employee) {
        jdbc.sql("delete from invitation where employee_id = ?")
                .param(employee.value())
                .update();
    }

    private static Set<Permission> scopes(ResultSet row, int number) throws SQLException {
        return Permission.ofScopes(
                Arrays.asList((String[]) row.getArray("scopes").getArray()));
    }
}
