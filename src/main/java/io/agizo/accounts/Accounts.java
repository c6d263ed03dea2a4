package io.agizo.accounts;

import io.agizo.api.Faults;
import io.agizo.customers.CustomerId;
import io.agizo.identity.Caller;
import io.agizo.shared.NotFound;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Stale;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts, for those who let people in and for the people themselves. To find one asks for no permission: what is
 * found must not be told to anyone who has not proved to be that person, not even that there is something to find.
 */
@Component
public class Accounts {

    private final AccountStore store;
    private final Validator validator;
    private final CustomerOfAccount customers;

    Accounts(AccountStore store, Validator validator, CustomerOfAccount customers) {
        this.store = store;
        this.validator = validator;
        this.customers = customers;
    }

    public Optional<Account> find(AccountId id) {
        return store.find(id);
    }

    public Optional<Account> byPhone(PhoneNumber phone) {
        return store.byPhone(phone);
    }

    /** The case of letters makes no difference. */
    public Optional<Account> byEmail(String email) {
        return store.byEmail(email.strip());
    }

    /** The caller's own. */
    public Account own(Caller caller) {
        return store.find(AccountId.of(caller)).orElseThrow(Accounts::gone);
    }

    /**
     * Puts what the change makes of the caller's own details in their place, on their customer record as well.
     *
     * @param expectedVersion what the change was made for; null for whatever is there
     */
    @Transactional
    public Account change(Caller caller, @Nullable Integer expectedVersion, UnaryOperator<AccountDetails> change) {
        Account present = store.lock(AccountId.of(caller)).orElseThrow(Accounts::gone);
        Stale.check(expectedVersion, present.version());
        AccountDetails said = change.apply(present.details());
        if (said.equals(present.details())) {
            return present;
        }
        Faults.check(validator, said);
        Account changed = store.update(present.id(), said);
        customers.follow(changed);
        return changed;
    }

    /** Whether the orders of the customer are those of somebody who signs in. */
    public boolean haveCustomer(CustomerId customer) {
        return !store.linked(List.of(customer)).isEmpty();
    }

    /** Holds the account until the transaction ends. */
    public Optional<Account> hold(AccountId id) {
        return store.lock(id);
    }

    /** Holds the phone until the transaction ends, against whoever else is about to make an account of it. */
    public void hold(PhoneNumber phone) {
        store.lockPhone(phone);
    }

    public static NotFound gone() {
        return new NotFound("There is no such account, or not any more.");
    }
}
