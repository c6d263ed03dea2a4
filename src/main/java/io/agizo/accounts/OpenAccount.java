package io.agizo.accounts;

import io.agizo.api.Faults;
import io.agizo.customers.CustomerId;
import io.agizo.shared.Ids;
import io.agizo.shared.PhoneNumber;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the account of a person who has proved that a phone is theirs. */
@Component
public class OpenAccount {

    private final AccountStore store;
    private final CustomerOfAccount customers;
    private final Validator validator;
    private final Clock clock;

    OpenAccount(AccountStore store, CustomerOfAccount customers, Validator validator, Clock clock) {
        this.store = store;
        this.customers = customers;
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * The account of the phone: the one there is, as it is, or a new one. Of two who open one at once both get the same.
     *
     * @param proved that it is theirs was proved in this very dialogue
     * @param name what a new account is called
     */
    @Transactional
    public Account open(PhoneNumber proved, @Nullable String name, @Nullable String locale) {
        AccountDetails details = Faults.check(validator, new AccountDetails(name, locale));
        store.lockPhone(proved);
        Optional<Account> present = store.byPhone(proved);
        if (present.isPresent()) {
            return present.get();
        }
        String called = Objects.requireNonNull(details.name());
        String language = Objects.requireNonNull(details.locale());
        CustomerId customer = customers.of(proved, called, language);
        Account account = new Account(
                new AccountId(Ids.next()),
                called,
                proved,
                null,
                language,
                customer,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                1);
        store.insert(account);
        return account;
    }
}
