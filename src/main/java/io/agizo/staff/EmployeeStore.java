package io.agizo.staff;

import io.agizo.accounts.AccountId;
import io.agizo.identity.Permission;
import io.agizo.shared.PhoneNumber;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of employees. */
@Repository
class EmployeeStore {

    private static final String EMPLOYEES = """
            select employee.id, employee.account_id, coalesce(person.name, employee.name) as name,
                   coalesce(person.email, employee.email) as email, coalesce(person.phone, employee.phone) as phone,
                   employee.role, coalesce(employee_role.permissions, employee.permissions) as permissions,
                   employee.state, employee.created_at, employee.version
              from employee
              left join account_person person on person.id = employee.account_id
              left join employee_role on employee_role.name = employee.role
            """;

    private final JdbcClient jdbc;

    EmployeeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Latest first, from before the one given on. */
    List<EmployeeView> list(@Nullable UUID before, int most) {
        return jdbc.sql(EMPLOYEES + " where ?::uuid is null or employee.id < ? order by employee.id desc limit ?")
                .param(before)
                .param(before)
                .param(most)
                .query(EmployeeStore::employee)
                .list();
    }

    Optional<EmployeeView> find(EmployeeId id) {
        return jdbc.sql(EMPLOYEES + " where employee.id = ?")
                .param(id.value())
                .query(EmployeeStore::employee)
                .optional();
    }

    Optional<EmployeeView> find(AccountId account) {
        return jdbc.sql(EMPLOYEES + " where employee.account_id = ?")
                .param(account.value())
                .query(EmployeeStore::employee)
                .optional();
    }

    Optional<EmployeeView> lock(EmployeeId id) {
        return jdbc.sql(EMPLOYEES + " where employee.id = ? for update of employee")
                .param(id.value())
                .query(EmployeeStore::employee)
                .optional();
    }

    Optional<EmployeeView> lock(AccountId account) {
        return jdbc.sql(EMPLOYEES + " where employee.account_id = ? for update of employee")
                .param(account.value())
                .query(EmployeeStore::employee)
                .optional();
    }

    /**
     * Lets one change of who works here in at a time, until the transaction ends: two owners who remove each other at
     * once would otherwise each see the other still there.
     */
    void lockAll() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(STAFF).query(row -> {});
    }

    /** Any number will do that nobody else takes advisory locks on. */
    private static final long STAFF = 8_130_035;

    boolean hasOtherOwner(EmployeeId than) {
        return jdbc.sql("select count(*) from employee where role = ? and state = 'active' and id <> ?")
                        .param(Role.OWNER)
                        .param(than.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    boolean hasOwner() {
        return jdbc.sql("select count(*) from employee where role = ?")
                        .param(Role.OWNER)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void insert(EmployeeView employee) {
        jdbc.sql("""
                        insert into employee (id, account_id, name, phone, email, role, permissions, state, version,
                                              created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(employee.id().value())
                .param(employee.account() == null ? null : employee.account().value())
                .param(employee.account() == null ? employee.name() : null)
                .param(
                        employee.account() == null && employee.phone() != null
                                ? employee.phone().e164()
                                : null)
                .param(employee.account() == null ? employee.email() : null)
                .param(employee.role())
                .param(ownPermissions(employee))
                .param(employee.state().word())
                .param(employee.version())
                .param(employee.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Writes a locked employee; the version rises by one. */
    EmployeeView update(EmployeeView employee) {
        jdbc.sql("""
                        update employee set name = ?, phone = ?, email = ?, role = ?, permissions = ?, state = ?,
                                            version = version + 1
                         where id = ?
                        """)
                .param(employee.account() == null ? employee.name() : null)
                .param(
                        employee.account() == null && employee.phone() != null
                                ? employee.phone().e164()
                                : null)
                .param(employee.account() == null ? employee.email() : null)
                .param(employee.role())
                .param(ownPermissions(employee))
                .param(employee.state().word())
                .param(employee.id().value())
                .update();
        return employee.at(employee.version() + 1);
    }

    /** From now on the account says who it is. */
    void join(EmployeeId id, AccountId account) {
        jdbc.sql("""
                        update employee set account_id = ?, name = null, phone = null, email = null, state = 'active',
                                            version = version + 1
                         where id = ?
                        """).param(account.value()).param(id.value()).update();
    }

    List<EmployeeId> deleteInvited(PhoneNumber phone) {
        return jdbc.sql("delete from employee where account_id is null and phone = ? returning id")
                .param(phone.e164())
                .query((row, number) -> new EmployeeId(row.getObject("id", UUID.class)))
                .list();
    }

    void delete(EmployeeId id) {
        jdbc.sql("delete from employee where id = ?").param(id.value()).update();
    }

    private static String[] ownPermissions(EmployeeView employee) {
        return employee.role() == null ? employee.permissions().toArray(String[]::new) : new String[0];
    }

    private static EmployeeView employee(ResultSet row, int number) throws SQLException {
        UUID account = row.getObject("account_id", UUID.class);
        String phone = row.getString("phone");
        return new EmployeeView(
                new EmployeeId(row.getObject("id", UUID.class)),
                account == null ? null : new AccountId(account),
                row.getString("name"),
                row.getString("email"),
                phone == null ? null : new PhoneNumber(phone),
                row.getString("role"),
                permissions(row.getString("role"), row.getArray("permissions")),
                EmployeeState.of(row.getString("state")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }

    /** As {@link CallerStore} reads them: what a later release knew and this one does not is left out. */
    static List<String> permissions(@Nullable String role, Array permissions) throws SQLException {
        return Role.OWNER.equals(role)
                ? Scopes.all()
                : Scopes.of(Permission.ofScopes(Arrays.asList((String[]) permissions.getArray())));
    }
}
