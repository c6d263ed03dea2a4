package io.agizo.accounts.signin;

import io.agizo.accounts.Account;
import io.agizo.accounts.Accounts;
import io.agizo.identity.PublicAddress;
import io.agizo.notifications.mail.SendMail;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Shop;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
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

    /** The longest that mail can be sent to (RFC 5321, 4.5.3.1.3). */
    private static final int LONGEST_ADDRESS = 254;

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+");

    private final RecoveryLinkStore store;
    private final Tries tries;
    private final KnownDevices devices;
    private final SendMail mails;
    private final Accounts accounts;
    private final PublicAddress address;
    private final Shop shop;
    private final Clock clock;

    RecoveryLinks(
            RecoveryLinkStore store,
            Tries tries,
            KnownDevices devices,
            SendMail mails,
            Accounts accounts,
            PublicAddress address,
            Shop shop,
            Clock clock) {
        this.store = store;
        this.tries = tries;
        this.devices = devices;
        this.mails = mails;
        this.accounts = accounts;
        this.address = address;
        this.shop = shop;
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
        String to = typed.strip().toLowerCase(Locale.ROOT);
        if (to.length() > LONGEST_ADDRESS || !ADDRESS.matcher(to).matches()) {
            throw new InvalidInput("/contact", "must be a phone number or an e-mail address");
        }
        tries.take(Allowance.MAIL_TO_ADDRESS, to);
        String network = Attempt.of(request, devices).network();
        if (network != null) {
            tries.take(Allowance.MAIL_FROM_NETWORK, network);
        }
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
        ResourceBundle sentences = ResourceBundle.getBundle(
                "texts.recovery", Locale.of(locale.getLanguage().equals("sw") ? "sw" : "en"));
        String body = sentences
                .getString(account == null ? "nobody" : "link")
                .replace("{shop}", shop.name())
                .replace("{link}", address.url() + "/recover/new?token=" + secret.value());
        mails.send(to, sentences.getString("subject").replace("{shop}", shop.name()), body, expires);
    }

    private static byte[] hash(String address) {
        return Sha256.of(address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }
}
