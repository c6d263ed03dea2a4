package io.agizo.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of roles. */
@Repository
class RoleStore {

    private static final String ROLES = "select name, permissions, version from employee_role";

    private final JdbcClient jdbc;

    RoleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name, from after the one given on. */
    List<Role> list(@Nullable String after, int most) {
        return jdbc.sql(ROLES + " where name > ? order by name limit ?")
                .param(after == null ? "" : after)
                .param(most)
                .query(RoleStore::role)
                .list();
    }

    Optional<Role> find(String name) {
        return jdbc.sql(ROLES + " where name = ?")
                .param(name)
                .query(RoleStore::role)
                .optional();
    }

    Optional<Role> lock(String name) {
        return jdbc.sql(ROLES + " where name = ? for update")
                .param(name)
                .query(RoleStore::role)
                .optional();
    }

    /** Tells whether the name was free. */
    boolean insert(Role role) {
        return jdbc.sql("""
                        insert into employee_role (name, permissions, version) values (?, ?, ?)
                            on conflict (name) do nothing
                        """)
                        .param(role.name())
                        .param(role.permissions().toArray(String[]::new))
                        .param(role.version())
                        .update()
                == 1;
    }

    void update(Role role) {
        jdbc.sql("update employee_role set permissions = ?, version = ? where name = ?")
                .param(role.permissions().toArray(String[]::new))
                .param(role.version())
                .param(role.name())
                .update();
    }

    void delete(String name) {
        jdbc.sql("delete from employee_role where name = ?").param(name).update();
    }

    private static Role role(ResultSet row, int number) throws SQLException {
        String name = row.getString("name");
        return new Role(name, EmployeeStore.permissions(name, row.getArray("permissions")), row.getInt("version"));
    }
}
