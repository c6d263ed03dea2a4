package io.agizo.staff;

import io.agizo.api.Faults;
import io.agizo.audit.AuditEvent;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.shared.Conflict;
import io.agizo.shared.Ids;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Shop;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Texts someone a link by which they come to work here. Needs what a change of {@link Employees} needs. */
@Component
public class InviteEmployee {

    private final EmployeeStore store;
    private final SendInvitation invitation;
    private final Staff staff;
    private final StaffAllowances allowances;
    private final Validator validator;
    private final Shop shop;
    private final Clock clock;

    InviteEmployee(
            EmployeeStore store,
            SendInvitation invitation,
            Staff staff,
            StaffAllowances allowances,
            Validator validator,
            Shop shop,
            Clock clock) {
        this.store = store;
        this.invitation = invitation;
        this.staff = staff;
        this.allowances = allowances;
        this.validator = validator;
        this.shop = shop;
        this.clock = clock;
    }

    /** The employee, who may do nothing until they accept. */
    @Transactional
    public EmployeeView invite(Caller caller, EmployeeDetails details) {
        caller.must(Permission.EMPLOYEES_MANAGE);
        caller.mustHaveSignedInLately();
        Faults.check(validator, details);
        PhoneNumber phone = InvalidInput.at(
                "/phone", () -> PhoneNumber.parse(Objects.requireNonNull(details.phone()), shop.country()));
        if (!phone.costsTheUsual()) {
            throw new InvalidInput("/phone", "is a number that the shop does not text; give that of a mobile phone");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        EmployeeView stranger = new EmployeeView(
                new EmployeeId(Ids.next()),
                null,
                Objects.requireNonNull(details.name()),
                details.email(),
                phone,
                null,
                List.of(),
                EmployeeState.INVITED,
                now,
                1);
        EmployeeView invited = allowances.give(caller, stranger, details.role(), details.permissions());
        store.insert(invited);
        invitation.send(caller, invited);
        staff.record(caller, AuditEvent.EMPLOYEE_INVITED, invited.id(), Map.of("permissions", invited.permissions()));
        return invited;
    }

    /** Sends a new link; the one before is no good any more. */
    @Transactional
    public EmployeeView again(Caller caller, EmployeeId id) {
        EmployeeView employee = staff.hold(caller, id, null);
        if (employee.state() != EmployeeState.INVITED) {
            throw new Conflict("conflict", "They have accepted already.");
        }
        invitation.send(caller, employee);
        staff.record(caller, AuditEvent.EMPLOYEE_INVITED, id, Map.of("permissions", employee.permissions()));
        return employee;
    }
}
