package io.agizo.accounts;

import io.agizo.customers.Contact;
import io.agizo.customers.CustomerErased;
import io.agizo.customers.CustomerErasureBegun;
import io.agizo.customers.CustomerId;
import io.agizo.customers.CustomersWithAccount;
import io.agizo.shared.PhoneNumber;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ties an account to the one customer record whose orders are the person's own. */
@Component
class CustomerOfAccount {

    private final CustomersWithAccount customers;
    private final AccountStore store;

    CustomerOfAccount(CustomersWithAccount customers, AccountStore store) {
        this.customers = customers;
        this.store = store;
    }

    /**
     * The earliest record of the phone that is nobody else's already, or a new one. An account's record can come by
     * someone else's number, for employees may write any: it stays whose it is.
     */
    CustomerId of(PhoneNumber proved, String name, String locale) {
        List<CustomerId> holders = customers.holding(proved);
        Set<CustomerId> taken = store.linked(holders);
        return holders.stream()
                .filter(holder -> !taken.contains(holder))
                .findFirst()
                .orElseGet(() -> customers.record(new Contact(name, proved, locale)));
    }

    void follow(Account account) {
        if (account.customer() != null) {
            customers.follow(account.customer(), account.name(), account.phone(), account.email(), account.locale());
        }
    }

    /** The account first, as wherever both are locked, lest the shop and the person wait for each other. */
    @EventListener
    void lock(CustomerErasureBegun begun) {
        store.lock(begun.customer());
    }

    /** What is left of the record is nobody's; the account stays, and can be deleted by its owner only. */
    @EventListener
    void forget(CustomerErased erased) {
        store.unlink(erased.customer());
    }
}
