package io.agizo.accounts.signin;

import io.agizo.accounts.Account;
import io.agizo.accounts.AccountId;
import io.agizo.accounts.Accounts;
import io.agizo.accounts.PasswordHashes;
import io.agizo.accounts.signin.TellOfChange.Change;
import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import io.agizo.identity.Caller;
import io.agizo.identity.People;
import io.agizo.shared.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives people a new password; whoever used the old one elsewhere is signed out there. */
@Component
public class ChoosePassword {

    private final PasswordRules rules;
    private final PasswordEncoder encoder;
    private final PasswordHashes hashes;
    private final SlowedPasswords present;
    private final KnownDevices devices;
    private final Accounts accounts;
    private final People people;
    private final OwnSessions sessions;
    private final TextedCodes codes;
    private final RecoveryLinks links;
    private final Cookies cookies;
    private final AuditTrail trail;
    private final TellOfChange tellOfChange;

    ChoosePassword(
            PasswordRules rules,
            PasswordEncoder encoder,
            PasswordHashes hashes,
            SlowedPasswords present,
            KnownDevices devices,
            Accounts accounts,
            People people,
            OwnSessions sessions,
            TextedCodes codes,
            RecoveryLinks links,
            Cookies cookies,
            AuditTrail trail,
            TellOfChange tellOfChange) {
        this.rules = rules;
        this.encoder = encoder;
        this.hashes = hashes;
        this.present = present;
        this.devices = devices;
        this.accounts = accounts;
        this.people = people;
        this.sessions = sessions;
        this.codes = codes;
        this.links = links;
        this.cookies = cookies;
        this.trail = trail;
        this.tellOfChange = tellOfChange;
    }

    public boolean has(Caller caller) {
        return hashes.find(AccountId.of(caller)).isPresent();
    }

    /**
     * For who is signed in, by a sign-in that is fresh, and knows the present password if there is one. Who has forgotten it
     * recovers the account instead. A refusal is committed, for it counts the wrong answer, and nothing else is written by then.
     *
     * @throws TooManyTries if the account or the network had too many wrong passwords
     */
    @Transactional(noRollbackFor = {InvalidInput.class, TooManyTries.class})
    public void change(Caller caller, String old, @Nullable String password, HttpServletRequest request) {
        Account own = accounts.own(caller);
        rules.check(password, ownWords(own));
        present.mustKnow(own, old, Attempt.of(request, devices));
        String hash = Objects.requireNonNull(encoder.encode(password));
        replace(caller, hash);
        sessions.endOthers(caller, request);
        tellOfChange.tell(AccountId.of(caller), Change.PASSWORD);
    }

    /**
     * For who forgot theirs, and proves by a texted code that the telephone is theirs. A second factor is asked for all the
     * same when they sign in. The password is looked at first, so that a bad one does not use the code up.
     */
    @Transactional
    public AccountId recover(
            @Nullable String code, @Nullable String password, Locale locale, HttpServletRequest request) {
        String hash = hash(password, List.of());
        Account account = cookies.read(request, AskForCode.COOKIE)
                .flatMap(ticket -> codes.prove(new Secret(ticket), Objects.toString(code, ""), locale))
                .orElseThrow(() -> new InvalidInput("/code", "is wrong, or too old"));
        return startAgain(account, hash);
    }

    /** The same for who followed a mailed link; it proves that the address of the account is theirs. */
    @Transactional
    public AccountId recoverByLink(String token, @Nullable String password) {
        String hash = hash(password, List.of());
        Account account = links.follow(token)
                .orElseThrow(() -> new InvalidInput("", "The link was used before, or is too old. Ask for a new one"));
        return startAgain(account, hash);
    }

    /** For who came by a link that proved who they are. */
    @Transactional
    public void first(AccountId account, String hash) {
        if (hashes.find(account).isEmpty()) {
            hashes.replace(account, hash);
            trail.record(AuditEvent.PASSWORD_CHANGED, AuditParty.account(account.value()));
        }
    }

    /** The hash of a good password, for an account that is about to be made. */
    public String hash(@Nullable String password, Collection<@Nullable String> ownWords) {
        rules.check(password, ownWords);
        return Objects.requireNonNull(encoder.encode(password));
    }

    private AccountId startAgain(Account account, String hash) {
        Caller caller = people.find(account.id().value()).orElseThrow();
        replace(caller, hash);
        sessions.endAll(caller);
        tellOfChange.tell(account.id(), Change.RECOVERED);
        return account.id();
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
