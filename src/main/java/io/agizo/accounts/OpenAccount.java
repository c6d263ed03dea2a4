package io.agizo.accounts;

import io.agizo.api.Faults;
import io.agizo.customers.CustomerId;
import io.agizo.identity.AuditEvent;
import io.agizo.identity.AuditParty;
import io.agizo.identity.AuditTrail;
import io.agizo.shared.Ids;
import io.agizo.shared.PhoneNumber;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the account of a person who has proved that a phone is theirs. */
@Component
public class OpenAccount {

    private final AccountStore store;
    private final CustomerOfAccount customers;
    private final AuditTrail audit;
    private final Validator validator;
    private final Clock clock;

    OpenAccount(AccountStore store, CustomerOfAccount customers, AuditTrail audit, Validator validator, Clock clock) {
        this.store = store;
        this.customers = customers;
        this.audit = audit;
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * The account of the phone: the one there is, as it is, or a new one, tied to the customer record of the phone. Of two
     * who open one at once both get the same.
     *
     * @param proved that it is theirs was proved in this very dialogue
     * @param name what a new account is called
     */
    @Transactional
    public Account open(PhoneNumber proved, @Nullable String name, @Nullable String locale) {
        return openFor(proved, checked(name, locale), true);
    }

    /** The same for somebody who comes to work: they are no customer unless they are one already. */
    Account openToWork(PhoneNumber proved, @Nullable String name, @Nullable String locale) {
        return openFor(proved, checked(name, locale), false);
    }

    private Account openFor(PhoneNumber proved, AccountDetails details, boolean toShop) {
        store.lockPhone(proved);
        return store.byPhone(proved).orElseGet(() -> {
            String name = Objects.requireNonNull(details.name());
            String locale = Objects.requireNonNull(details.locale());
            CustomerId customer = toShop ? customers.of(proved, name, locale) : null;
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Account account = new Account(new AccountId(Ids.next()), name, proved, null, locale, customer, now, 1);
            store.insert(account);
            AuditParty person = AuditParty.account(account.id().value());
            audit.record(AuditEvent.ACCOUNT_CREATED, person);
            return account;
        });
    }

    private AccountDetails checked(@Nullable String name, @Nullable String locale) {
        return Faults.check(validator, new AccountDetails(name, locale));
    }
}
