package io.agizo.accounts;

import io.agizo.api.IdempotentAnswers;
import io.agizo.notifications.TextsOfPerson;
import io.agizo.shared.Conflict;
import io.agizo.shared.PhoneNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes down by which phone and which e-mail address a person can be reached, once they have proved that they can. */
@Component
public class ProvedContacts {

    private final AccountStore store;
    private final InvitedByPhone invitations;
    private final CustomerOfAccount customers;
    private final TextsOfPerson texts;
    private final IdempotentAnswers answers;

    ProvedContacts(
            AccountStore store,
            InvitedByPhone invitations,
            CustomerOfAccount customers,
            TextsOfPerson texts,
            IdempotentAnswers answers) {
        this.store = store;
        this.invitations = invitations;
        this.customers = customers;
        this.texts = texts;
        this.answers = answers;
    }

    /** Puts the phone in the place of the one before; a person without a customer record is tied to the one of the phone. */
    @Transactional
    public Account phone(AccountId id, PhoneNumber proved) {
        invitations.hold();
        store.lockPhone(proved);
        Account present = present(id);
        if (store.byPhone(proved).filter(other -> !other.id().equals(id)).isPresent()) {
            throw taken("phone number");
        }
        if (present.customer() == null) {
            store.link(id, customers.of(proved, present.name(), present.locale()));
        }
        PhoneNumber before = present.provedPhone();
        if (before != null && !before.equals(proved)) {
            forget(before);
        }
        return followed(store.replacePhone(id, proved));
    }

    /** Puts the address in the place of the one before; none takes it away. */
    @Transactional
    public Account email(AccountId id, @Nullable String proved) {
        String before = present(id).email();
        if (before != null && !before.equalsIgnoreCase(proved)) {
            answers.forget(null, before);
        }
        try {
            return followed(store.replaceEmail(id, proved));
        } catch (DuplicateKeyException anothers) {
            throw taken("e-mail address");
        }
    }

    /**
     * Forgets the number while it is known whose it was: whoever deletes the account later does not know it any more. An
     * invitation that was texted there goes too, for it would let in whoever gets the number next.
     */
    private void forget(PhoneNumber givenUp) {
        invitations.takeBack(givenUp);
        texts.forget(givenUp);
        answers.forget(givenUp, null);
    }

    private Account present(AccountId id) {
        return store.lock(id).orElseThrow(Accounts::gone);
    }

    private Account followed(Account account) {
        customers.follow(account);
        return account;
    }

    private static Conflict taken(String what) {
        return new Conflict("conflict", "Another account has this " + what + "; sign in with it there.");
    }
}
