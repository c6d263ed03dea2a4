package io.agizo.staff;

import io.agizo.api.Faults;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.Stale;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The roles that employees can have. Needs {@code employees:manage}, and to change one also every permission that it has
 * or is to have, since it changes what all may do who have it.
 */
@Component
public class Roles {

    private final RoleStore store;
    private final EmployeeStore employees;
    private final InvitationStore invitations;
    private final AuditTrail audit;
    private final Validator validator;

    Roles(
            RoleStore store,
            EmployeeStore employees,
            InvitationStore invitations,
            AuditTrail audit,
            Validator validator) {
        this.store = store;
        this.employees = employees;
        this.invitations = invitations;
        this.audit = audit;
        this.validator = validator;
    }

    @Transactional(readOnly = true)
    public Role get(Caller caller, String name) {
        caller.must(Permission.EMPLOYEES_MANAGE);
        return store.find(name).orElseThrow(Roles::none);
    }

    /** By name. */
    @Transactional(readOnly = true)
    public Page<Role> list(Caller caller, PageRequest request) {
        caller.must(Permission.EMPLOYEES_MANAGE);
        String after = request.after() == null ? null : request.after().getFirst();
        return request.page(store.list(after, request.fetch()), role -> List.of(role.name()));
    }

    @Transactional
    public Role create(Caller caller, RoleDetails details) {
        caller.must(Permission.EMPLOYEES_MANAGE);
        caller.mustHaveSignedInLately();
        Faults.check(validator, details);
        if (details.name() == null) {
            throw new InvalidInput("/name", "must be given");
        }
        Role role = new Role(details.name(), Scopes.read(details.permissions()), 1);
        Scopes.mustHold(caller, role.permissions());
        if (!store.insert(role)) {
            throw new Conflict("conflict", "There is a role " + role.name() + " already.");
        }
        record(caller, role.name(), Map.of("permissions", role.permissions()));
        return role;
    }

    /**
     * Puts what the change makes of the permissions in their place; the name stays.
     *
     * @param expectedVersion what the change was made for; null for whatever is there
     */
    @Transactional
    public Role change(
            Caller caller, String name, @Nullable Integer expectedVersion, UnaryOperator<RoleDetails> change) {
        Role present = hold(caller, name, expectedVersion);
        RoleDetails said = change.apply(new RoleDetails(name, present.permissions()));
        if (!name.equals(said.name())) {
            throw new InvalidInput("/name", "cannot be changed; make another role instead");
        }
        Role changed = new Role(name, Scopes.read(said.permissions()), present.version() + 1);
        Scopes.mustHold(caller, changed.permissions());
        if (changed.permissions().equals(present.permissions())) {
            return present;
        }
        store.update(changed);
        if (!changed.permissions().contains(Permission.EMPLOYEES_MANAGE.scope())) {
            invitations.endThoseOf(changed);
        }
        record(caller, name, Map.of("permissions", changed.permissions()));
        return changed;
    }

    /** Removes a role that nobody has. */
    @Transactional
    public void remove(Caller caller, String name, @Nullable Integer expectedVersion) {
        hold(caller, name, expectedVersion);
        try {
            store.delete(name);
        } catch (DataIntegrityViolationException somebodyHasIt) {
            throw new Conflict("conflict", "There are employees with the role " + name + ". Give them another first.");
        }
        record(caller, name, Map.of("removed", true));
    }

    private Role hold(Caller caller, String name, @Nullable Integer expectedVersion) {
        caller.must(Permission.EMPLOYEES_MANAGE);
        caller.mustHaveSignedInLately();
        employees.lockAll();
        Role role = store.lock(name).orElseThrow(Roles::none);
        Stale.check(expectedVersion, role.version());
        if (name.equals(Role.OWNER)) {
            throw new Conflict("conflict", "The owner may do everything; that cannot be changed.");
        }
        Scopes.mustHold(caller, role.permissions());
        return role;
    }

    private void record(Caller caller, String name, Map<String, ?> detail) {
        audit.record(AuditEvent.ROLE_CHANGED, AuditParty.of(caller), AuditParty.role(name), detail);
    }

    private static NotFound none() {
        return new NotFound("There is no such role.");
    }
}
