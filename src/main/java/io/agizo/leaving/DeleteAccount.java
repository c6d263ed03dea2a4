package io.agizo.leaving;

import io.agizo.accounts.Account;
import io.agizo.accounts.AccountId;
import io.agizo.accounts.Accounts;
import io.agizo.accounts.CloseAccount;
import io.agizo.accounts.InvitedByPhone;
import io.agizo.api.IdempotentAnswers;
import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import io.agizo.backinstock.WishesOfPerson;
import io.agizo.customers.CustomersWithAccount;
import io.agizo.identity.Caller;
import io.agizo.notifications.TextsOfPerson;
import io.agizo.notifications.mail.SendMail;
import io.agizo.shared.PhoneNumber;
import io.agizo.staff.OwnEmployment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes one's own account, and erases what the shop knows of the person everywhere. The books stay: orders with their
 * lines and totals, the ledger, and who did what here, without saying any more who that was.
 */
@Component
public class DeleteAccount {

    private final Accounts accounts;
    private final CloseAccount closeAccount;
    private final OwnEmployment employment;
    private final InvitedByPhone invitations;
    private final CustomersWithAccount customers;
    private final TextsOfPerson texts;
    private final WishesOfPerson wishes;
    private final SendMail mails;
    private final IdempotentAnswers answers;
    private final AuditTrail audit;

    DeleteAccount(
            Accounts accounts,
            CloseAccount closeAccount,
            OwnEmployment employment,
            InvitedByPhone invitations,
            CustomersWithAccount customers,
            TextsOfPerson texts,
            WishesOfPerson wishes,
            SendMail mails,
            IdempotentAnswers answers,
            AuditTrail audit) {
        this.accounts = accounts;
        this.closeAccount = closeAccount;
        this.employment = employment;
        this.invitations = invitations;
        this.customers = customers;
        this.texts = texts;
        this.wishes = wishes;
        this.mails = mails;
        this.answers = answers;
        this.audit = audit;
    }

    /** Deletes for good. The last owner cannot before they have handed the shop over. */
    @Transactional
    public void delete(Caller caller) {
        caller.mustHaveSignedInLately();
        AccountId id = AccountId.of(caller);
        employment.end(id);
        Account account = accounts.hold(id).orElseThrow(Accounts::gone);
        PhoneNumber phone = account.provedPhone();
        answers.forget(phone, account.email());
        if (account.customer() != null) {
            customers.erase(account.customer());
        }
        texts.forget(id.value(), phone);
        if (phone != null) {
            invitations.takeBack(phone);
            wishes.forget(phone);
        }
        mails.forget(id.value(), account.email());
        closeAccount.close(id);
        audit.record(AuditEvent.ACCOUNT_DELETED, AuditParty.account(id.value()));
        audit.forgetAddresses(id.value());
    }
}
