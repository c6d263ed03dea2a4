package io.agizo.office.pages;

import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.pages.Form;
import io.agizo.staff.EmployeeState;
import io.agizo.staff.EmployeeView;
import io.agizo.staff.HandOver;
import io.agizo.staff.Role;
import io.agizo.staff.Roles;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the form of an employee, on which stands only what its reader can give. */
@Component
class EmployeeForms {

    /** A shop has a handful; of more than a page of them the rest is given by the API. */
    private static final PageRequest ALL_ROLES = new PageRequest(PageRequest.MOST, null);

    private final Roles roles;
    private final HandOver handOver;

    EmployeeForms(Roles roles, HandOver handOver) {
        this.roles = roles;
        this.handOver = handOver;
    }

    /** The form of someone to add, with the first of the roles chosen: most employees have one. */
    EmployeeFormView toAdd(Caller caller) {
        return toAdd(caller, roles(caller, null).stream().findFirst().orElse(""), List.of(), Form.blank());
    }

    /** The form of someone to add, as it was filled in so far. */
    EmployeeFormView toAdd(Caller caller, String role, Collection<String> chosen, Form form) {
        List<String> offered = roles(caller, null);
        return new EmployeeFormView(
                null, 0, "", "", true, false, offered, name(role), Choice.ofHeld(caller, chosen), form);
    }

    /** The form of an employee as they are, with whatever is wrong. */
    EmployeeFormView toChange(Caller caller, EmployeeView employee, Form form) {
        String role = employee.role() == null ? "" : employee.role();
        return toChange(caller, employee, role, employee.permissions(), form);
    }

    /** The form of an employee, as it was filled in. */
    EmployeeFormView toChange(Caller caller, EmployeeView employee, String role, Collection<String> chosen, Form form) {
        return new EmployeeFormView(
                employee.id().toString(),
                employee.version(),
                employee.name(),
                employee.state().word(),
                holds(caller, employee.permissions()) && (!isOf(employee, Role.OWNER) || handOver.isOwner(caller)),
                handOver.canBe(caller, employee),
                roles(caller, employee),
                name(role),
                Choice.ofHeld(caller, chosen),
                form);
    }

    /** What stands in the fields of an employee's form before anybody types. */
    static Form present(EmployeeView employee) {
        String phone = employee.phone() == null ? "" : employee.phone().e164();
        return Form.of(Map.of("name", employee.name(), "phone", phone));
    }

    static @Nullable String name(String role) {
        return role.isBlank() ? null : role;
    }

    private List<String> roles(Caller caller, @Nullable EmployeeView employee) {
        boolean mayBeOwner = employee != null && employee.state() == EmployeeState.ACTIVE && handOver.isOwner(caller);
        return roles.list(caller, ALL_ROLES).items().stream()
                .filter(role -> holds(caller, role.permissions()))
                .map(Role::name)
                .filter(role -> mayBeOwner || !role.equals(Role.OWNER) || isOf(employee, role))
                .toList();
    }

    private static boolean isOf(@Nullable EmployeeView employee, String role) {
        return employee != null && role.equals(employee.role());
    }

    private static boolean holds(Caller caller, Collection<String> scopes) {
        return caller.permissions().containsAll(Permission.ofScopes(scopes));
    }
}
