package io.agizo.staff;

import io.agizo.accounts.AccountId;
import io.agizo.accounts.LinkedPeople;
import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.shared.Conflict;
import io.agizo.shared.NotFound;
import io.agizo.shared.Stale;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rules that every change of an employee keeps, whatever it is. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Staff {

    private final EmployeeStore store;
    private final LinkedPeople people;
    private final InvitationStore invitations;
    private final AuditTrail audit;

    Staff(EmployeeStore store, LinkedPeople people, InvitationStore invitations, AuditTrail audit) {
        this.store = store;
        this.people = people;
        this.invitations = invitations;
        this.audit = audit;
    }

    /**
     * Locks the employee for a caller who may do all that they may, by what the shop and what another issuer gave them;
     * refuses any other, and for an owner whoever is none.
     */
    EmployeeView hold(Caller caller, EmployeeId id, @Nullable Integer expectedVersion) {
        caller.must(Permission.EMPLOYEES_MANAGE);
        caller.mustHaveSignedInLately();
        store.lockAll();
        EmployeeView employee = store.lock(id).orElseThrow(Staff::nobody);
        Stale.check(expectedVersion, employee.version());
        if (employee.isOwner()) {
            mustBeOwner(caller);
        }
        Scopes.mustHold(caller, employee.permissions());
        if (employee.account() != null) {
            caller.mustHoldAll(people.permissions(employee.account()));
        }
        return employee;
    }

    /**
     * Refuses whoever is not an owner at work at this moment. Ownership is no sum of permissions, and no program has it; nor
     * has a program that an owner lets do less than all.
     */
    void mustBeOwner(Caller caller) {
        caller.mustHaveSignedInLately();
        store.lockAll();
        if (!isOwner(caller)) {
            throw PermissionDenied.ofOwners(caller);
        }
        caller.mustHoldAll(EnumSet.allOf(Permission.class));
    }

    boolean isOwner(Caller caller) {
        return caller.account()
                .map(AccountId::new)
                .flatMap(store::find)
                .filter(employee -> employee.isOwner() && employee.state() == EmployeeState.ACTIVE)
                .isPresent();
    }

    /** Locks the employee who the person is, if they are one. */
    Optional<EmployeeView> hold(AccountId person) {
        store.lockAll();
        return store.lock(person);
    }

    /** Refuses to leave the shop without an owner who can act. */
    void requireOtherOwner(EmployeeView than) {
        if (than.isOwner() && than.state() == EmployeeState.ACTIVE && !store.hasOtherOwner(than.id())) {
            throw new Conflict("conflict", "The shop would be left without an owner; hand it over to somebody first.");
        }
    }

    /** Nobody comes in by what was sent by somebody who may invite nobody any more. */
    void endInvitationsOf(EmployeeView sender) {
        if (sender.account() != null) {
            invitations.endThoseOf(sender.account());
        }
    }

    /** Writes what a locked employee may do from now on, and tells the audit trail what they gain and lose by it. */
    EmployeeView allow(Caller caller, EmployeeView before, EmployeeView after) {
        EmployeeView written = store.update(after);
        if (!after.permissions().contains(Permission.EMPLOYEES_MANAGE.scope())) {
            endInvitationsOf(after);
        }
        if (after.state() == EmployeeState.INVITED && !after.permissions().equals(before.permissions())) {
            invitations.takeOn(after.id(), caller);
        }
        List<String> gained = without(after.permissions(), before.permissions());
        List<String> lost = without(before.permissions(), after.permissions());
        record(caller, AuditEvent.PERMISSION_GRANTED, after.id(), gained);
        record(caller, AuditEvent.PERMISSION_TAKEN, after.id(), lost);
        if (before.isOwner() != after.isOwner()) {
            record(caller, AuditEvent.OWNER_CHANGED, after.id(), Map.of("owner", after.isOwner()));
        }
        return written;
    }

    void record(Caller caller, AuditEvent event, EmployeeId employee, Map<String, ?> detail) {
        audit.record(event, AuditParty.of(caller), AuditParty.employee(employee.value()), detail);
    }

    private void record(Caller caller, AuditEvent event, EmployeeId employee, List<String> permissions) {
        if (!permissions.isEmpty()) {
            record(caller, event, employee, Map.of("permissions", permissions));
        }
    }

    private static List<String> without(List<String> these, List<String> those) {
        List<String> left = new ArrayList<>(these);
        left.removeAll(those);
        return left;
    }

    static NotFound nobody() {
        return new NotFound("No employee has such an id.");
    }
}
