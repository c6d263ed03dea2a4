package io.agizo.signin;

import io.agizo.accounts.Account;
import io.agizo.accounts.AccountId;
import io.agizo.accounts.AccountWords;
import io.agizo.accounts.Accounts;
import io.agizo.accounts.ProvedContacts;
import io.agizo.identity.Caller;
import io.agizo.identity.PublicAddress;
import io.agizo.notifications.mail.SendMail;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Has a person prove that an e-mail address is theirs, by a link that is mailed to it. Only the account that asked can use
 * the link, so that nobody who reads a stranger's wish in their mail box gives that stranger their address by a press.
 */
@Component
public class ProveEmail {

    private static final Duration GOOD_FOR = RecoveryLinks.GOOD_FOR;

    private final EmailProofStore store;
    private final MailAllowance allowance;
    private final SendMail mails;
    private final Accounts accounts;
    private final ProvedContacts contacts;
    private final TellOfChange tellOfChange;
    private final AccountWords words;
    private final TransactionOperations transactions;
    private final PublicAddress address;
    private final Clock clock;

    ProveEmail(
            EmailProofStore store,
            MailAllowance allowance,
            SendMail mails,
            Accounts accounts,
            ProvedContacts contacts,
            TellOfChange tellOfChange,
            AccountWords words,
            TransactionOperations transactions,
            PublicAddress address,
            Clock clock) {
        this.store = store;
        this.allowance = allowance;
        this.mails = mails;
        this.accounts = accounts;
        this.contacts = contacts;
        this.tellOfChange = tellOfChange;
        this.words = words;
        this.transactions = transactions;
        this.address = address;
        this.clock = clock;
    }

    /** Whether an address may be asked for. */
    public boolean isPossible() {
        return mails.isPossible();
    }

    /** Whether the address is another than that of the account. */
    boolean isNew(Account own, String typed) {
        return isPossible() && !typed.strip().equalsIgnoreCase(Objects.toString(own.email(), ""));
    }

    /**
     * Has the account reached at the address once it is proved, or at once by none.
     *
     * @return whether a link is on its way; never whether somebody else has the address
     * @throws InvalidInput if it is no address
     * @throws TooManyTries if the address or the network had too many
     */
    boolean ask(Account own, String typed, HttpServletRequest request) {
        if (typed.isBlank()) {
            transactions.executeWithoutResult(together -> replace(own, null));
            return false;
        }
        String address = allowance.take(typed, "/email", request);
        transactions.executeWithoutResult(together -> send(own, address));
        return true;
    }

    /** The address for an account that is about to be opened; null if none was typed, or mail is not possible. */
    public @Nullable String forNewAccount(@Nullable String typed, HttpServletRequest request) {
        return !isPossible() || typed == null || typed.isBlank() ? null : allowance.take(typed, "/email", request);
    }

    /** Mails the link; whose the address is already is told so, in their own mail box and nowhere else. */
    @Transactional
    public void send(Account account, String to) {
        Secret secret = Secret.next();
        Instant expires = clock.instant().plus(GOOD_FOR);
        store.put(account.id(), to, secret.hash(), expires);
        String body = words.of(
                accounts.byEmail(to).isPresent() ? "email.taken" : "email.link",
                account.locale(),
                Map.of("link", address.url() + "/account/email?token=" + secret.value()));
        mails.send(to, account.id().value(), words.of("email.subject", account.locale()), body, expires);
    }

    /** The address that the caller is about to prove; empty for a link that was used, is too old, or somebody else's. */
    public Optional<String> look(Caller caller, String token) {
        return store.find(AccountId.of(caller), new Secret(token).hash(), clock.instant());
    }

    /** Puts the address in the place of the one before. */
    @Transactional
    public void prove(Caller caller, String token) {
        String proved = store.take(AccountId.of(caller), new Secret(token).hash(), clock.instant())
                .orElseThrow(() -> new NotFound("This link is not good any more. Ask for a new one."));
        replace(accounts.own(caller), proved);
    }

    private void replace(Account own, @Nullable String proved) {
        tellOfChange.tell(own, contacts.email(own.id(), proved), TellOfChange.Change.EMAIL);
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void forgetExpired() {
        store.deleteExpired(clock.instant());
    }
}
