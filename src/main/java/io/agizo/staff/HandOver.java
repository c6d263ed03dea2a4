package io.agizo.staff;

import io.agizo.accounts.AccountId;
import io.agizo.identity.Caller;
import io.agizo.shared.Conflict;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands the shop over: another becomes its owner, and who was it until now becomes an employee like others. */
@Component
public class HandOver {

    private static final String MANAGER = "manager";

    private final Staff staff;
    private final EmployeeStore employees;
    private final RoleStore roles;

    HandOver(Staff staff, EmployeeStore employees, RoleStore roles) {
        this.staff = staff;
        this.employees = employees;
        this.roles = roles;
    }

    /** Whether the caller is an owner at work, who alone makes, changes and removes owners. */
    @Transactional(readOnly = true)
    public boolean isOwner(Caller caller) {
        return staff.isOwner(caller);
    }

    /** Whether the caller is an owner and the employee someone to whom they could hand over. */
    @Transactional(readOnly = true)
    public boolean canBe(Caller caller, EmployeeView successor) {
        return employees
                .find(AccountId.of(caller))
                .filter(owner -> owner.isOwner() && canBe(owner, successor))
                .isPresent();
    }

    /**
     * Hands over to an employee who is at work; the caller becomes a manager, or may do nothing where the shop has no such
     * role any more. For an owner only.
     *
     * @return the new owner
     */
    @Transactional
    public EmployeeView to(Caller caller, EmployeeId successor) {
        staff.mustBeOwner(caller);
        EmployeeView owner = staff.hold(AccountId.of(caller)).orElseThrow(Staff::nobody);
        EmployeeView other = staff.hold(caller, successor, null);
        if (!canBe(owner, other)) {
            throw new Conflict("conflict", "Only another employee who is at work can become the owner.");
        }
        EmployeeView crowned = staff.allow(caller, other, other.allowed(Role.OWNER, Scopes.all()));
        staff.allow(
                caller,
                owner,
                roles.find(MANAGER)
                        .map(role -> owner.allowed(MANAGER, role.permissions()))
                        .orElseGet(() -> owner.allowed(null, List.of())));
        return crowned;
    }

    private static boolean canBe(EmployeeView owner, EmployeeView successor) {
        return !successor.id().equals(owner.id()) && successor.state() == EmployeeState.ACTIVE;
    }
}
