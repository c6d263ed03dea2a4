package io.agizo.leaving;

import io.agizo.accounts.Accounts;
import io.agizo.customers.CustomerErasureBegun;
import io.agizo.customers.CustomersWithAccount;
import io.agizo.notifications.TextsOfPerson;
import io.agizo.orders.OrderSecret;
import io.agizo.orders.ProveByOrder;
import io.agizo.orders.ProveByOrder.Owner;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Erases what somebody gave who ordered without an account: name, number, notes and texts, of all of their orders. The books
 * stay as they do for {@link DeleteAccount}: what was ordered, when, and for how much.
 */
@Component
public class EraseGuest {

    private final ProveByOrder proofs;
    private final Accounts accounts;
    private final CustomersWithAccount customers;
    private final TextsOfPerson texts;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;

    EraseGuest(
            ProveByOrder proofs,
            Accounts accounts,
            CustomersWithAccount customers,
            TextsOfPerson texts,
            ApplicationEventPublisher events,
            TransactionOperations transaction) {
        this.proofs = proofs;
        this.accounts = accounts;
        this.customers = customers;
        this.texts = texts;
        this.events = events;
        this.transaction = transaction;
    }

    /** What came of it. */
    public enum Erasure {
        ERASED,
        /** The code is not the one that was texted, or not any more. */
        WRONG_CODE,
        /** The number is that of an account, which its owner deletes by signing in. */
        HAS_ACCOUNT
    }

    /**
     * Erases for good whose the order is, if the code proves that they ask. An order that is still open stays so, but the shop
     * cannot call or text about it any more.
     */
    @Transactional(propagation = Propagation.NEVER)
    public Erasure erase(OrderSecret secret, String code) {
        Optional<Owner> owner = proofs.owner(secret, code);
        if (owner.isEmpty()) {
            return Erasure.WRONG_CODE;
        }
        Owner guest = owner.get();
        if (accounts.haveCustomer(guest.customer())) {
            return Erasure.HAS_ACCOUNT;
        }
        transaction.executeWithoutResult(begun -> {
            events.publishEvent(new CustomerErasureBegun(guest.customer()));
            customers.erase(guest.customer());
            texts.forget(guest.phone());
        });
        return Erasure.ERASED;
    }
}
