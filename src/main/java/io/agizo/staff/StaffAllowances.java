package io.agizo.staff;

import io.agizo.identity.Caller;
import io.agizo.shared.InvalidInput;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what an employee is to be allowed, a role or single permissions, and sees that the caller can give it. */
@Component
class StaffAllowances {

    private static final String ONE_OF_THEM = "give either a role or permissions one by one, not both";

    private final RoleStore roles;
    private final Staff staff;

    StaffAllowances(RoleStore roles, Staff staff) {
        this.roles = roles;
        this.staff = staff;
    }

    /** What a new employee is allowed; nothing, if nothing is said of it. */
    EmployeeView give(Caller caller, EmployeeView invited, @Nullable String role, @Nullable List<String> permissions) {
        if (role != null && permissions != null) {
            throw new InvalidInput("/permissions", ONE_OF_THEM);
        }
        return role == null
                ? checked(caller, invited.allowed(null, Scopes.read(permissions)))
                : withRole(caller, invited, role);
    }

    /** The same employee with what was said about them, where that is something else than they have. */
    EmployeeView give(Caller caller, EmployeeView present, EmployeeDetails said) {
        List<String> permissions = Scopes.read(said.permissions());
        boolean sameRole = Objects.equals(said.role(), present.role());
        boolean samePermissions = Set.copyOf(permissions).equals(Set.copyOf(present.permissions()));
        if (sameRole && samePermissions) {
            return present;
        }
        if (sameRole || said.role() == null) {
            return checked(caller, present.allowed(null, permissions));
        }
        if (!samePermissions) {
            throw new InvalidInput("/permissions", ONE_OF_THEM);
        }
        return withRole(caller, present, said.role());
    }

    private EmployeeView withRole(Caller caller, EmployeeView employee, String name) {
        Role role = roles.find(name).orElseThrow(() -> new InvalidInput("/role", "there is no such role"));
        if (name.equals(Role.OWNER)) {
            if (employee.state() != EmployeeState.ACTIVE) {
                throw new InvalidInput("/role", "only who works here already can become an owner");
            }
            staff.mustBeOwner(caller);
        }
        return checked(caller, employee.allowed(name, role.permissions()));
    }

    private static EmployeeView checked(Caller caller, EmployeeView employee) {
        Scopes.mustHold(caller, employee.permissions());
        return employee;
    }
}
