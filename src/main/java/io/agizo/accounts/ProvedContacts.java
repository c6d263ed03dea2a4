package io.agizo.accounts;

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
    private final CustomerOfAccount customers;

    ProvedContacts(AccountStore store, CustomerOfAccount customers) {
        this.store = store;
        this.customers = customers;
    }

    /** Puts the phone in the place of the one before; a person without a customer record is tied to the one of the phone. */
    @Transactional
    public Account phone(AccountId id, PhoneNumber proved) {
        store.lockPhone(proved);
        Account present = present(id);
        if (store.byPhone(proved).filter(other -> !other.id().equals(id)).isPresent()) {
            throw taken("phone number");
        }
        if (present.customer() == null) {
            store.link(id, customers.of(proved, present.name(), present.locale()));
        }
        return followed(store.replacePhone(id, proved));
    }

    /** Puts the address in the place of the one before; none takes it away. */
    @Transactional
    public Account email(AccountId id, @Nullable String proved) {
        present(id);
        try {
            return followed(store.replaceEmail(id, proved));
        } catch (DuplicateKeyException anothers) {
            throw taken("e-mail address");
        }
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
