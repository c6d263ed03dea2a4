package io.agizo.staff;

import io.agizo.api.Faults;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.audit.AuditEvent;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.notifications.TextsOfPerson;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Shop;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who works here and what they may do. Needs {@code employees:manage}, and to change somebody also every permission that
 * they have or are to have: so nobody grants what they do not hold, or gets rid of someone who may do more. Owners are for owners.
 */
@Component
public class Employees {

    private final EmployeeStore store;
    private final Staff staff;
    private final StaffAllowances allowances;
    private final SendInvitation invitation;
    private final TextsOfPerson texts;
    private final Validator validator;
    private final Shop shop;

    Employees(
            EmployeeStore store,
            Staff staff,
            StaffAllowances allowances,
            SendInvitation invitation,
            TextsOfPerson texts,
            Validator validator,
            Shop shop) {
        this.store = store;
        this.staff = staff;
        this.allowances = allowances;
        this.invitation = invitation;
        this.texts = texts;
        this.validator = validator;
        this.shop = shop;
    }

    @Transactional(readOnly = true)
    public EmployeeView get(Caller caller, EmployeeId id) {
        caller.must(Permission.EMPLOYEES_MANAGE);
        return store.find(id).orElseThrow(Staff::nobody);
    }

    /** Latest first. */
    @Transactional(readOnly = true)
    public Page<EmployeeView> list(Caller caller, PageRequest request) {
        caller.must(Permission.EMPLOYEES_MANAGE);
        List<EmployeeView> employees = store.list(request.afterId(), request.fetch());
        return request.page(employees, employee -> List.of(employee.id().toString()));
    }

    /**
     * Puts what the change makes of an employee in its place. A role takes the place of single permissions and the other
     * way round, whichever the change speaks of. Who they are is theirs to say once they have accepted; before that another
     * number voids their link, and is texted one of its own.
     *
     * @param expectedVersion what the change was made for; null for whatever is there
     */
    @Transactional
    public EmployeeView change(
            Caller caller, EmployeeId id, @Nullable Integer expectedVersion, UnaryOperator<EmployeeDetails> change) {
        EmployeeView present = staff.hold(caller, id, expectedVersion);
        EmployeeDetails said = change.apply(EmployeeDetails.of(present));
        EmployeeView changed = allowances.give(caller, called(present, said), said);
        if (changed.equals(present)) {
            return present;
        }
        if (!changed.isOwner()) {
            staff.requireOtherOwner(present);
        }
        if (!Objects.equals(changed.phone(), present.phone())) {
            texts.forget(id.value());
            invitation.send(caller, changed);
        }
        return staff.allow(caller, present, changed);
    }

    /** Takes them off the list of employees; their account stays theirs, to shop with. */
    @Transactional
    public void remove(Caller caller, EmployeeId id, @Nullable Integer expectedVersion) {
        EmployeeView present = staff.hold(caller, id, expectedVersion);
        staff.requireOtherOwner(present);
        staff.endInvitationsOf(present);
        store.delete(id);
        texts.forget(id.value());
        staff.record(caller, AuditEvent.EMPLOYEE_REMOVED, id, Map.of());
    }

    private EmployeeView called(EmployeeView present, EmployeeDetails said) {
        EmployeeDetails known = EmployeeDetails.of(present);
        if (present.account() != null) {
            require("/name", Objects.equals(said.name(), known.name()));
            require("/email", Objects.equals(said.email(), known.email()));
            require("/phone", Objects.equals(said.phone(), known.phone()));
            return present;
        }
        Faults.check(validator, said);
        PhoneNumber phone = Objects.equals(said.phone(), known.phone())
                ? Objects.requireNonNull(present.phone())
                : InvalidInput.at(
                        "/phone", () -> PhoneNumber.parse(Objects.requireNonNull(said.phone()), shop.country()));
        return present.called(Objects.requireNonNull(said.name()), said.email(), phone);
    }

    private static void require(String pointer, boolean same) {
        if (!same) {
            throw new InvalidInput(pointer, "is theirs alone to change, since they have accepted");
        }
    }
}
