package io.agizo.accounts;

import io.agizo.api.IdempotentAnswers;
import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import io.agizo.customers.CustomersWithAccount;
import io.agizo.identity.Caller;
import io.agizo.notifications.TextsOfPerson;
import io.agizo.notifications.mail.SendMail;
import io.agizo.shared.PhoneNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes one's own account, and erases what the shop knows of the person everywhere. The books stay: orders with their
 * lines and totals, the ledger, and who did what here, without saying any more who that was.
 */
@Component
public class DeleteAccount {

    private final AccountStore accounts;
    private final EmployeeStore employees;
    private final InvitationStore invitations;
    private final AccountSessionStore sessions;
    private final Staff staff;
    private final CustomersWithAccount customers;
    private final TextsOfPerson texts;
    private final SendMail mails;
    private final IdempotentAnswers answers;
    private final AuditTrail audit;

    DeleteAccount(
            AccountStore accounts,
            EmployeeStore employees,
            InvitationStore invitations,
            AccountSessionStore sessions,
            Staff staff,
            CustomersWithAccount customers,
            TextsOfPerson texts,
            SendMail mails,
            IdempotentAnswers answers,
            AuditTrail audit) {
        this.accounts = accounts;
        this.employees = employees;
        this.invitations = invitations;
        this.sessions = sessions;
        this.staff = staff;
        this.customers = customers;
        this.texts = texts;
        this.mails = mails;
        this.answers = answers;
        this.audit = audit;
    }

    /** Deletes for good. The last owner cannot before they have handed the shop over. */
    @Transactional
    public void delete(Caller caller) {
        caller.mustHaveSignedInLately();
        AccountId id = AccountId.of(caller);
        staff.hold(id).ifPresent(employee -> {
            staff.requireOtherOwner(employee);
            texts.forget(employee.id().value());
            answers.forget(employee.id().value());
        });
        Account account = accounts.lock(id).orElseThrow(Accounts::gone);
        PhoneNumber phone = account.provedPhone();
        answers.forget(phone, account.email());
        if (account.customer() != null) {
            customers.erase(account.customer());
        }
        texts.forget(id.value(), phone);
        if (phone != null) {
            employees.deleteInvited(phone).forEach(invited -> texts.forget(invited.value()));
        }
        invitations.endThoseOf(id);
        mails.forget(id.value(), account.email());
        sessions.endAll(id);
        accounts.delete(id);
        audit.record(AuditEvent.ACCOUNT_DELETED, AuditParty.account(id.value()));
        audit.forgetAddresses(id.value());
    }
}
