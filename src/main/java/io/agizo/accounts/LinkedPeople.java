package io.agizo.accounts;

import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.shared.Conflict;
import io.agizo.shared.Ids;
import io.agizo.shared.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People who sign in at another issuer, and the accounts they have here. */
@Component
public class LinkedPeople {

    /** A long shift; who is taken a role at the issuer loses it here by then, or at their next sign-in. */
    private static final Duration PERMISSIONS_HOLD = Duration.ofHours(12);

    private final LinkedIdentityStore links;
    private final AccountStore accounts;
    private final AuditTrail trail;
    private final Clock clock;

    LinkedPeople(LinkedIdentityStore links, AccountStore accounts, AuditTrail trail, Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The account of a person who has signed in there: the one that is linked, or else a new one of a shopper. Of two sign-ins
     * at once both get the same.
     */
    @Transactional
    public AccountId signIn(ForeignIdentity identity, String name, String locale) {
        links.lock(identity);
        AccountId account = links.find(identity).orElseGet(() -> open(identity, name, locale));
        trail.record(AuditEvent.SIGNED_IN, party(account), null, Map.of("ways", List.of("issuer")));
        return account;
    }

    private static AuditParty party(AccountId account) {
        return AuditParty.account(account.value());
    }

    private AccountId open(ForeignIdentity identity, String name, String locale) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Account account = new Account(new AccountId(Ids.next()), name, null, false, null, locale, null, now, 1);
        accounts.insert(account);
        links.insert(identity, account.id(), now);
        return account.id();
    }

    /** Links the account of a person who is signed in and has asked for it; a Conflict if the identity is another's. */
    @Transactional
    public AccountId link(ForeignIdentity identity, Caller person) {
        AccountId account = AccountId.of(person);
        links.lock(identity);
        AccountId linked = links.find(identity).orElse(null);
        if (linked == null) {
            links.insert(identity, account, clock.instant());
            trail.record(AuditEvent.IDENTITY_LINKED, party(account));
        } else if (!linked.equals(account)) {
            throw new Conflict("identity-linked", "That sign-in belongs to another account already.");
        }
        return account;
    }

    /** Who the person is elsewhere, the longest known first. */
    @Transactional(readOnly = true)
    public List<LinkedIdentity> linkedWith(Caller person) {
        return links.of(AccountId.of(person));
    }

    /**
     * Forgets who the person is there, and what the issuer gave them; a Conflict if nothing else lets them in. Of two at the
     * same moment one waits, so that they do not each leave the other as the way in.
     *
     * @param spare whether the person has a way in that is no other issuer
     */
    @Transactional
    public void unlink(Caller person, ForeignIdentity identity, boolean spare) {
        AccountId account =
                accounts.lock(AccountId.of(person)).orElseThrow(Accounts::gone).id();
        List<LinkedIdentity> linked = links.of(account);
        if (linked.stream().noneMatch(link -> link.identity().equals(identity))) {
            throw new NotFound("That sign-in is not linked with your account.");
        }
        if (linked.size() == 1 && !spare) {
            throw new Conflict(
                    "conflict", "This is the only way into your account. Add a phone number or a passkey first.");
        }
        links.remove(identity);
        trail.record(AuditEvent.IDENTITY_UNLINKED, party(account));
    }

    /** What other issuers say that the person may do here, at this moment; also where it does not count while they are suspended. */
    public Set<Permission> permissions(AccountId account) {
        return links.permissions(account);
    }

    /**
     * Notes which permissions the issuer gives the person; they hold until it says otherwise, for twelve hours at most. What
     * an older token says is passed over. A suspended employee gets none, whatever the issuer says.
     */
    @Transactional
    public void grant(ForeignIdentity identity, Set<Permission> permissions, Instant saidAt) {
        links.grant(identity, permissions, saidAt, saidAt.plus(PERMISSIONS_HOLD));
    }
}
