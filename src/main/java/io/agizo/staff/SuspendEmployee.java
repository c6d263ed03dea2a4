package io.agizo.staff;

import io.agizo.audit.AuditEvent;
import io.agizo.identity.Caller;
import io.agizo.shared.Conflict;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets an employee do nothing for a while, from their very next request on, and lets them work again. Needs what a change
 * of {@link Employees} needs.
 */
@Component
public class SuspendEmployee {

    private final EmployeeStore store;
    private final Staff staff;

    SuspendEmployee(EmployeeStore store, Staff staff) {
        this.store = store;
        this.staff = staff;
    }

    @Transactional
    public EmployeeView suspend(Caller caller, EmployeeId id, @Nullable Integer expectedVersion) {
        EmployeeView present = staff.hold(caller, id, expectedVersion);
        staff.requireOtherOwner(present);
        staff.endInvitationsOf(present);
        return moved(caller, present, EmployeeState.SUSPENDED, AuditEvent.EMPLOYEE_SUSPENDED);
    }

    @Transactional
    public EmployeeView resume(Caller caller, EmployeeId id, @Nullable Integer expectedVersion) {
        return moved(
                caller, staff.hold(caller, id, expectedVersion), EmployeeState.ACTIVE, AuditEvent.EMPLOYEE_RESUMED);
    }

    private EmployeeView moved(Caller caller, EmployeeView present, EmployeeState state, AuditEvent event) {
        if (present.state() == EmployeeState.INVITED) {
            throw new Conflict("conflict", "They have not accepted yet; take the invitation back by removing them.");
        }
        if (present.state() == state) {
            return present;
        }
        EmployeeView moved = store.update(present.in(state));
        staff.record(caller, event, present.id(), Map.of());
        return moved;
    }
}
