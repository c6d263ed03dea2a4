package io.agizo.signin;

import io.agizo.accounts.Account;
import io.agizo.accounts.AccountId;
import io.agizo.accounts.Accounts;
import io.agizo.accounts.PasswordHashes;
import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import io.agizo.identity.Caller;
import io.agizo.identity.People;
import io.agizo.signin.TellOfChange.Change;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Gives people a new password; whoever used the old one elsewhere is signed out there. */
@Component
public class ChoosePassword {

    private final NewPasswords newPasswords;
    private final PasswordHashes hashes;
    private final PresentProof present;
    private final Accounts accounts;
    private final People people;
    private final OwnSessions sessions;
    private final RecoveryLinks links;
    private final AuditTrail trail;
    private final TellOfChange tellOfChange;
    private final TransactionOperations transactions;

    ChoosePassword(
            NewPasswords newPasswords,
            PasswordHashes hashes,
            PresentProof present,
            Accounts accounts,
            People people,
            OwnSessions sessions,
            RecoveryLinks links,
            AuditTrail trail,
            TellOfChange tellOfChange,
            TransactionOperations transactions) {
        this.newPasswords = newPasswords;
        this.hashes = hashes;
        this.present = present;
        this.accounts = accounts;
        this.people = people;
        this.sessions = sessions;
        this.links = links;
        this.trail = trail;
        this.tellOfChange = tellOfChange;
        this.transactions = transactions;
    }

    public boolean has(Caller caller) {
        return hashes.find(AccountId.of(caller)).isPresent();
    }

    /**
     * For who is signed in, by a sign-in that is fresh, and shows the {@link PresentProof}. Who has forgotten their password
     * recovers the account instead.
     *
     * @throws TooManyTries if the account or the network had too many wrong passwords
     */
    public void change(Caller caller, String shown, @Nullable String password, HttpServletRequest request) {
        Account own = accounts.own(caller);
        NewPasswords.Good good = newPasswords.check(password, ownWords(own), request);
        present.mustShow(own, shown, request);
        String hash = newPasswords.hash(good);
        transactions.executeWithoutResult(together -> {
            replace(caller, hash);
            sessions.endOthers(caller, request);
            tellOfChange.tell(own.id(), Change.PASSWORD);
        });
    }

    /**
     * For who forgot theirs and has proved everything that a sign-in asks of them, here. Whatever else was sent to them to get
     * back in is void.
     */
    @Transactional
    public void startAgain(AccountId account, String hash, HttpServletRequest request) {
        Caller caller = people.find(account.value()).orElseThrow();
        replace(caller, hash);
        sessions.endOthers(caller, request);
        links.forget(account);
        tellOfChange.tell(account, Change.RECOVERED);
    }

    /** For who came by a link that proved who they are. */
    @Transactional
    public void first(AccountId account, String hash) {
        if (hashes.find(account).isEmpty()) {
            hashes.replace(account, hash);
            trail.record(AuditEvent.PASSWORD_CHANGED, AuditParty.account(account.value()));
        }
    }

    private void replace(Caller caller, String hash) {
        hashes.replace(AccountId.of(caller), hash);
        trail.record(AuditEvent.PASSWORD_CHANGED, AuditParty.of(caller));
    }

    private static Collection<@Nullable String> ownWords(Account account) {
        return Arrays.asList(
                account.name(),
                account.email(),
                account.phone() == null ? null : account.phone().e164());
    }
}
