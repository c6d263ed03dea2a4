package io.agizo.staff;

import io.agizo.accounts.Account;
import io.agizo.accounts.OpenAccount;
import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import io.agizo.identity.SecretHash;
import io.agizo.shared.Ids;
import io.agizo.shared.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a new shop its first owner: whoever opens the link that the shop prints where it was started, and nobody else. */
@Component
public class SetUpShop {

    /** Time for whoever starts the shop to come to a browser; every start prints a new one. */
    private static final Duration GOOD_FOR = Duration.ofHours(24);

    private final SetUpLinkStore setUpLinks;
    private final EmployeeStore employees;
    private final OpenAccount openAccount;
    private final AccountLinks links;
    private final AuditTrail audit;
    private final Clock clock;

    SetUpShop(
            SetUpLinkStore setUpLinks,
            EmployeeStore employees,
            OpenAccount openAccount,
            AccountLinks links,
            AuditTrail audit,
            Clock clock) {
        this.setUpLinks = setUpLinks;
        this.employees = employees;
        this.openAccount = openAccount;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new link, which takes the place of the one before; empty for a shop that has an owner. */
    @Transactional
    public Optional<String> newLink() {
        employees.lockAll();
        if (employees.hasOwner()) {
            return Optional.empty();
        }
        String secret = links.newSecret();
        setUpLinks.put(SecretHash.of(secret), clock.instant().plus(GOOD_FOR));
        return Optional.of(links.setUp(secret));
    }

    /** Whether the link is still good, for the page behind it. */
    public boolean isOpen(String token) {
        return setUpLinks.isGood(SecretHash.of(token), clock.instant());
    }

    /**
     * Makes the owner, once: of two who press at the same moment one finds the link used. Whoever has an account with the
     * number keeps it with the ways in that it has; the password is for a new one only.
     *
     * @param linkHash the {@link SecretHash} of the link's token
     */
    @Transactional
    public Account setUp(String linkHash, NewOwner owner) {
        employees.lockAll();
        if (employees.hasOwner() || !setUpLinks.take(linkHash, clock.instant())) {
            throw new NotFound("This link is not good any more. Start the shop again to get a new one.");
        }
        Account account = owner.phoneProved()
                ? openAccount.openToWork(owner.phone(), owner.name(), owner.locale(), owner.passwordHash())
                : openAccount.openUnproved(owner.phone(), owner.name(), owner.locale(), owner.passwordHash());
        employees.insert(owner(account));
        AuditParty person = AuditParty.account(account.id().value());
        audit.record(AuditEvent.OWNER_CHANGED, AuditParty.shop(), person, Map.of("owner", true));
        return account;
    }

    private EmployeeView owner(Account account) {
        return new EmployeeView(
                new EmployeeId(Ids.next()),
                account.id(),
                account.name(),
                account.email(),
                account.phone(),
                Role.OWNER,
                Scopes.all(),
                EmployeeState.ACTIVE,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                1);
    }
}
