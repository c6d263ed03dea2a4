package io.agizo.accounts;

import io.agizo.api.Faults;
import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import io.agizo.customers.CustomerId;
import io.agizo.shared.Conflict;
import io.agizo.shared.Ids;
import io.agizo.shared.PhoneNumber;
import jakarta.validation.Validator;
import java.time.Clock;
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

    /**
     * A new account for somebody who comes to work and is no customer; a Conflict if there is one of the phone, for a link
     * opens none that somebody has.
     */
    public Account openNewToWork(PhoneNumber proved, @Nullable String name, @Nullable String locale) {
        AccountDetails details = checked(name, locale);
        store.lockPhone(proved);
        if (store.byPhone(proved).isPresent()) {
            throw new Conflict(
                    "conflict", "There is an account with the number of this invitation. Sign in to it, then accept.");
        }
        return insert(details, proved, true, null);
    }

    /**
     * The account of the phone for somebody who comes to work: they are no customer unless they are one already.
     *
     * @param passwordHash for a new account only; one that is there keeps the ways in that it has
     */
    public Account openToWork(PhoneNumber proved, @Nullable String name, @Nullable String locale, String passwordHash) {
        AccountDetails details = checked(name, locale);
        store.lockPhone(proved);
        boolean isNew = store.byPhone(proved).isEmpty();
        Account account = openFor(proved, details, false);
        if (isNew) {
            store.replacePasswordHash(account.id(), passwordHash);
        }
        return account;
    }

    /**
     * For somebody whose number cannot be proved yet. Until it is, it is only the name by which they sign in: who proves it
     * meanwhile does not get their account.
     */
    public Account openUnproved(
            PhoneNumber claimed, @Nullable String name, @Nullable String locale, String passwordHash) {
        AccountDetails details = checked(name, locale);
        store.lockPhone(claimed);
        if (store.byPhone(claimed).isPresent()) {
            throw taken();
        }
        Account account = insert(details, claimed, false, null);
        store.replacePasswordHash(account.id(), passwordHash);
        return account;
    }

    private Account openFor(PhoneNumber proved, AccountDetails details, boolean toShop) {
        store.lockPhone(proved);
        Account known = store.byPhone(proved).orElse(null);
        if (known == null) {
            CustomerId customer = toShop
                    ? customers.of(
                            proved, Objects.requireNonNull(details.name()), Objects.requireNonNull(details.locale()))
                    : null;
            return insert(details, proved, true, customer);
        }
        if (!known.phoneProved()) {
            throw taken();
        }
        return known;
    }

    private Account insert(
            AccountDetails details, PhoneNumber phone, boolean phoneProved, @Nullable CustomerId customer) {
        Account account = new Account(
                new AccountId(Ids.next()),
                Objects.requireNonNull(details.name()),
                phone,
                phoneProved,
                null,
                Objects.requireNonNull(details.locale()),
                customer,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                1);
        store.insert(account);
        audit.record(AuditEvent.ACCOUNT_CREATED, AuditParty.account(account.id().value()));
        return account;
    }

    private static Conflict taken() {
        return new Conflict("conflict", "Somebody has an account with this phone already; choose another.");
    }

    private AccountDetails checked(@Nullable String name, @Nullable String locale) {
        return Faults.check(validator, new AccountDetails(name, locale));
    }
}
