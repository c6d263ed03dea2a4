package io.agizo.accounts;

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

/** The SQL of accounts. */
@Repository
class AccountStore {

    /** The owner may do everything there is, also what a later release adds. */
    private static final String CALLER = """
            select account.id, account.name, employee.owner, employee.permissions
              from account
              left join employee on employee.account_id = account.id and employee.state = 'active'
             where account.id = ?
            """;

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Caller> caller(UUID account) {
        return jdbc.sql(CALLER).param(account).query(AccountStore::caller).optional();
    }

    private static Caller caller(ResultSet row, int number) throws SQLException {
        return new Caller(row.getString("id"), row.getString("name"), permissions(row));
    }

    private static Set<Permission> permissions(ResultSet row) throws SQLException {
        if (row.getBoolean("owner")) {
            return Set.of(Permission.values());
        }
        Array permissions = row.getArray("permissions");
        return permissions == null ? Set.of() : Permission.ofScopes(Arrays.asList((String[]) permissions.getArray()));
    }
}
