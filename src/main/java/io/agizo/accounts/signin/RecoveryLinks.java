package io.agizo.accounts.signin;

import io.agizo.accounts.Account;
import io.agizo.accounts.AccountWords;
import io.agizo.accounts.Accounts;
import io.agizo.identity.PublicAddress;
import io.agizo.notifications.mail.SendMail;
import io.agizo.shared.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

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
    private final Clock clock;

    RecoveryLinks(
            RecoveryLinkStore store,
            MailAllowance allowance,
            SendMail mails,
            Accounts accounts,
            PublicAddress address,
            AccountWords words,
            Clock clock) {
        this.store = store;
        this.allowance = allowance;
        this.mails = mails;
        this.accounts = accounts;
        this.address = address;
        this.words = words;
        this.clock = clock;
    }

    /** Whether this way may be offered. */
    public boolean arePossible() {
        return mails.isPossible();
    }

    /**
     * Mails a link; the one that the address was sent before is void.
     *
     * @throws InvalidInput if it is no address
     * @throws TooManyTries if the address or the network had too many
     */
    @Transactional
    public void send(String typed, Locale locale, HttpServletRequest request) {
        String to = allowance.take(typed, "/contact", request);
        Secret secret = Secret.next();
        Account account = accounts.byEmail(to).orElse(null);
        Instant expires = clock.instant().plus(GOOD_FOR);
        store.put(hash(to), secret.hash(), account == null ? null : account.id(), expires);
        mail(to, secret, account, locale, expires);
    }

    /** The account of the person who followed the link; it is used up. */
    @Transactional
    Optional<Account> follow(String token) {
        byte[] secret = new Secret(token).hash();
        return store.find(secret, clock.instant())
                .flatMap(accounts::find)
                .filter(account -> account.email() != null && store.delete(secret, hash(account.email())));
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void forgetExpired() {
        store.deleteExpired(clock.instant());
    }

    /** Who has no account here is told so, in their own mail box and nowhere else. */
    private void mail(String to, Secret secret, @Nullable Account account, Locale locale, Instant expires) {
        String language = AccountWords.language(locale);
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
