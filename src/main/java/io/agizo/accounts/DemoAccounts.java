package io.agizo.accounts;

import io.agizo.customers.CustomerId;
import io.agizo.shared.PhoneNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The accounts of the demo's people, whose ids never change. */
@Component
public class DemoAccounts {

    private final AccountStore accounts;
    private final CustomerOfAccount customers;

    DemoAccounts(AccountStore accounts, CustomerOfAccount customers) {
        this.accounts = accounts;
        this.customers = customers;
    }

    public boolean has(AccountId id) {
        return accounts.find(id).isPresent();
    }

    public boolean hasNobodyWith(PhoneNumber phone) {
        return accounts.byPhone(phone).isEmpty();
    }

    /**
     * Opens one for somebody who is not there yet.
     *
     * @param shops whether they are a customer too
     */
    public void open(
            AccountId id, String name, PhoneNumber phone, boolean shops, @Nullable String passwordHash, Instant now) {
        CustomerId customer = shops ? customers.of(phone, name, "en") : null;
        accounts.insert(new Account(id, name, phone, true, null, "en", customer, now, 1));
        accounts.replacePasswordHash(id, passwordHash);
    }

    public void remove(AccountId id) {
        accounts.delete(id);
    }
}
