package io.agizo.staff;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what a person may do at this moment. */
@Repository
class CallerStore {

    private static final String CALLER = """
            select person.id, person.name, person.customer_id, employee.role,
                   coalesce(employee_role.permissions, employee.permissions) || (
                       select array_agg(permission)
                         from account_permission
                        where account_permission.account_id = person.id
                          and not exists (
                              select from employee suspended
                               where suspended.account_id = person.id and suspended.state = 'suspended')
                   ) as permissions
              from account_person person
              left join employee on employee.account_id = person.id and employee.state = 'active'
              left join employee_role on employee_role.name = employee.role
             where person.id = ?
            """;

    private final JdbcClient jdbc;

    CallerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Caller> find(UUID account) {
        return jdbc.sql(CALLER).param(account).query(CallerStore::caller).optional();
    }

    private static Caller caller(ResultSet row, int number) throws SQLException {
        return new Caller(
                row.getString("id"), row.getString("name"), permissions(row), row.getObject("customer_id", UUID.class));
    }

    /** The owner may do everything there is, also what a later release adds. */
    private static Set<Permission> permissions(ResultSet row) throws SQLException {
        if (Role.OWNER.equals(row.getString("role"))) {
            return Set.of(Permission.values());
        }
        Array permissions = row.getArray("permissions");
        return permissions == null ? Set.of() : Permission.ofScopes(Arrays.asList((String[]) permissions.getArray()));
    }
}
