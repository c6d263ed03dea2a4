package io.agizo.accounts;

import io.agizo.api.Faults;
import io.agizo.audit.AuditEvent;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.identity.SecretHash;
import io.agizo.notifications.SendSecret;
import io.agizo.shared.Conflict;
import io.agizo.shared.Ids;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Shop;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
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

    /** Long enough to get round to it, short enough that a forgotten text lets nobody in. */
    static final Duration GOOD_FOR = Duration.ofDays(7);

    private final EmployeeStore store;
    private final InvitationStore invitations;
    private final Staff staff;
    private final StaffAllowances allowances;
    private final AccountLinks links;
    private final AccountStore accounts;
    private final AccountWords words;
    private final SendSecret texts;
    private final Validator validator;
    private final Shop shop;
    private final Clock clock;

    InviteEmployee(
            EmployeeStore store,
            InvitationStore invitations,
            Staff staff,
            StaffAllowances allowances,
            AccountLinks links,
            AccountStore accounts,
            AccountWords words,
            SendSecret texts,
            Validator validator,
            Shop shop,
            Clock clock) {
        this.store = store;
        this.invitations = invitations;
        this.staff = staff;
        this.allowances = allowances;
        this.links = links;
        this.accounts = accounts;
        this.words = words;
        this.texts = texts;
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
        send(caller, invited, phone);
        staff.record(caller, AuditEvent.EMPLOYEE_INVITED, invited.id(), Map.of("permissions", invited.permissions()));
        return invited;
    }

    /** Sends a new link; the one before is no good any more. */
    @Transactional
    public EmployeeView again(Caller caller, EmployeeId id) {
        EmployeeView employee = staff.hold(caller, id, null);
        if (employee.state() != EmployeeState.INVITED || employee.phone() == null) {
            throw new Conflict("conflict", "They have accepted already.");
        }
        send(caller, employee, employee.phone());
        staff.record(caller, AuditEvent.EMPLOYEE_INVITED, id, Map.of("permissions", employee.permissions()));
        return employee;
    }

    private void send(Caller caller, EmployeeView employee, PhoneNumber phone) {
        String secret = links.newSecret();
        Instant expires = clock.instant().plus(GOOD_FOR);
        invitations.put(employee.id(), SecretHash.of(secret), expires);
        String text = words.of(
                "invitation",
                language(caller, phone),
                Map.of("days", Long.toString(GOOD_FOR.toDays()), "link", links.invitation(secret)));
        texts.send(phone, employee.id().value(), "invitation", text, expires);
    }

    /** Theirs, if they have an account here, or else that of whoever invites them: they work in one shop. */
    private String language(Caller caller, PhoneNumber phone) {
        return accounts.byPhone(phone)
                .or(() -> caller.account().map(AccountId::new).flatMap(accounts::find))
                .map(Account::locale)
                .orElse("en");
    }
}
