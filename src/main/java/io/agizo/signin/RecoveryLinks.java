package io.agizo.signin;

import io.agizo.accounts.Account;
import io.agizo.accounts.AccountId;
import io.agizo.accounts.AccountWords;
import io.agizo.accounts.Accounts;
import io.agizo.identity.PublicAddress;
import io.agizo.notifications.mail.SendMail;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.TextLanguage;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Links by mail, with which people who lost their password get back in. One is sent to any address that is asked for,
 * whether it has an account or not, so that neither the answer nor the time it takes says which.
 */
@Component
public class RecoveryLinks {

    /** Mail may be slow, and nobody guesses 256 bits meanwhile. */
    static final Duration GOOD_FOR = Duration.ofMinutes(30);

    private final RecoveryLinkStore store;
    private final MailAllowance allowance;
    private final SendMail mails;
    private final Accounts accounts;
    private final PublicAddress address;
    private final AccountWords words;
    private final TransactionOperations transactions;
    private final Clock clock;

    RecoveryLinks(
            RecoveryLinkStore store,
            MailAllowance allowance,
            SendMail mails,
            Accounts accounts,
            PublicAddress address,
            AccountWords words,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.allowance = allowance;
        this.mails = mails;
        this.accounts = accounts;
        this.address = address;
        this.words = words;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether this way may be offered. */
    public boolean arePossible() {
        return mails.isPossible();
    }

    /**
     * Mails a link; those that others asked for stay good until one of them is followed.
     *
     * @throws InvalidInput if it is no address
     * @throws TooManyTries if the address or the network had too many
     */
    public void send(String typed, Locale locale, HttpServletRequest request) {
        String to = allowance.take(typed, "/contact", request);
        Secret secret = Secret.next();
        Account account = accounts.byEmail(to).orElse(null);
        Instant expires = clock.instant().plus(GOOD_FOR);
        transactions.executeWithoutResult(together -> {
            store.put(hash(to), secret.hash(), account == null ? null : account.id(), expires);
            mail(to, secret, account, locale, expires);
        });
    }

    /**
     * The account of the person who followed the link, with the password that they choose; the link is used up.
     *
     * @param passwordHash made only for a link that is good
     */
    Optional<Recovered> follow(String token, Supplier<String> passwordHash) {
        byte[] secret = new Secret(token).hash();
        return store.find(secret, clock.instant()).flatMap(accounts::find).flatMap(account -> {
            String address = account.email();
            String hash = passwordHash.get();
            return address != null && store.use(secret, hash(address))
                    ? Optional.of(new Recovered(account, hash))
                    : Optional.empty();
        });
    }

    /** Makes void what was sent to somebody who has got back in. */
    void forget(AccountId account) {
        store.deleteOf(account);
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void forgetExpired() {
        store.deleteExpired(clock.instant());
    }

    /** Who has no account here is told so, in their own mail box and nowhere else. */
    private void mail(String to, Secret secret, @Nullable Account account, Locale locale, Instant expires) {
        String language = TextLanguage.of(locale);
        String body = words.of(
                account == null ? "recovery.nobody" : "recovery.link",
                language,
                Map.of("link", address.url() + "/recover/new?token=" + secret.value()));
        mails.send(
                to,
                account == null ? null : account.id().value(),
                words.of("recovery.subject", language),
                body,
                expires);
    }

    private static byte[] hash(String address) {
        return Sha256.of(address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }
}
