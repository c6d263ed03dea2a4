package io.agizo.staff;

import io.agizo.accounts.Account;
import io.agizo.accounts.AccountId;
import io.agizo.accounts.Accounts;
import io.agizo.accounts.OpenAccount;
import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import io.agizo.shared.Conflict;
import io.agizo.shared.NotFound;
import io.agizo.shared.PhoneNumber;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes an employee of a person who was invited. The link is proof that they have the number it was texted to, with which they
 * get an account; it is none that the account is theirs that somebody has with the number: to that they sign in.
 */
@Component
public class AcceptInvitation {

    private final InvitationLinks links;
    private final InvitationStore invitations;
    private final EmployeeStore employees;
    private final Accounts accounts;
    private final OpenAccount openAccount;
    private final AuditTrail audit;

    AcceptInvitation(
            InvitationLinks links,
            InvitationStore invitations,
            EmployeeStore employees,
            Accounts accounts,
            OpenAccount openAccount,
            AuditTrail audit) {
        this.links = links;
        this.invitations = invitations;
        this.employees = employees;
        this.accounts = accounts;
        this.openAccount = openAccount;
        this.audit = audit;
    }

    /** What the link is good for; empty if it was used or taken back, is too old, was sent by who could not now, or never was. */
    @Transactional(readOnly = true)
    public Optional<Invitation> look(String token) {
        return links.follow(token, employees::find).map(this::invitation);
    }

    /**
     * Accepts, once, for a person who gets an account with the number that the link was texted to, by the name they give or
     * were invited by. A Conflict if there is an account with the number.
     */
    @Transactional
    public Account accept(String token, @Nullable String name, String locale) {
        EmployeeView employee = take(token);
        return joined(
                employee,
                openAccount.openNewToWork(
                        Objects.requireNonNull(employee.phone()), name == null ? employee.name() : name, locale));
    }

    /** Accepts, once, for a person who has signed in. A Conflict if another has an account with the invitation's number. */
    @Transactional
    public Account accept(String token, AccountId signedIn) {
        EmployeeView employee = take(token);
        PhoneNumber phone = Objects.requireNonNull(employee.phone());
        accounts.hold(phone);
        if (!invitation(employee).isFor(signedIn)) {
            throw new Conflict(
                    "conflict", "Another account has the number of this invitation. Sign in to that one, then accept.");
        }
        return joined(employee, accounts.find(signedIn).orElseThrow(Accounts::gone));
    }

    private Invitation invitation(EmployeeView employee) {
        PhoneNumber phone = Objects.requireNonNull(employee.phone());
        AccountId holder = accounts.byPhone(phone).map(Account::id).orElse(null);
        return new Invitation(employee.name(), phone, employee.permissions(), holder);
    }

    /** Of two who come with one link at once the second waits here, and finds the link used. */
    private EmployeeView take(String token) {
        employees.lockAll();
        EmployeeView employee = links.follow(token, employees::lock)
                .orElseThrow(() -> new NotFound("This link is not good any more. Ask for a new one."));
        invitations.delete(employee.id());
        return employee;
    }

    private Account joined(EmployeeView employee, Account account) {
        if (employees.lock(account.id()).isPresent()) {
            throw new Conflict("conflict", "You work here already. Ask whoever invited you to change what you may do.");
        }
        employees.join(employee.id(), account.id());
        audit.record(
                AuditEvent.EMPLOYEE_JOINED,
                AuditParty.account(account.id().value()),
                AuditParty.employee(employee.id().value()),
                Map.of("permissions", employee.permissions()));
        return account;
    }
}
