package io.agizo.accounts.signin;

import io.agizo.accounts.Account;
import io.agizo.accounts.AccountId;
import io.agizo.accounts.Accounts;
import io.agizo.accounts.OpenAccount;
import io.agizo.accounts.PasswordHashes;
import io.agizo.accounts.ProvedContacts;
import io.agizo.identity.PublicAddress;
import io.agizo.notifications.SendSecret;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Shop;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes by text, which prove that a telephone is somebody's. One is sent to any number that is asked for, whether it has
 * an account or not, so that neither the answer nor the time it takes says which; who proves a number without an account
 * gets one.
 */
@Component
class TextedCodes {

    /** A guess hits once in 200,000 codes, and a number is sent some 300 a day at most. */
    static final int MOST_TRIES = 5;

    static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private static final String OCCASION = "sign-in-code";
    private static final int CODES = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SignInCodeStore store;
    private final Tries tries;
    private final KnownDevices devices;
    private final SignInRecord record;
    private final SendSecret texts;
    private final Accounts accounts;
    private final OpenAccount openAccount;
    private final ProvedContacts contacts;
    private final PasswordHashes hashes;
    private final PublicAddress address;
    private final Shop shop;
    private final Clock clock;

    TextedCodes(
            SignInCodeStore store,
            Tries tries,
            KnownDevices devices,
            SignInRecord record,
            SendSecret texts,
            Accounts accounts,
            OpenAccount openAccount,
            ProvedContacts contacts,
            PasswordHashes hashes,
            PublicAddress address,
            Shop shop,
            Clock clock) {
        this.store = store;
        this.tries = tries;
        this.devices = devices;
        this.record = record;
        this.texts = texts;
        this.accounts = accounts;
        this.openAccount = openAccount;
        this.contacts = contacts;
        this.hashes = hashes;
        this.address = address;
        this.shop = shop;
        this.clock = clock;
    }

    /**
     * Texts a code; the one that the number was sent before is void.
     *
     * @return the ticket without which the code opens nothing: the browser that asked keeps it
     * @throws TooManyTries if the number or the network had too many
     */
    @Transactional
    public Secret send(PhoneNumber phone, CodePurpose purpose, Attempt attempt, Locale locale) {
        tries.take(Allowance.CODE_TO_NUMBER, whose(phone, attempt));
        if (attempt.network() != null) {
            tries.take(Allowance.CODE_FROM_NETWORK, attempt.network());
        }
        Secret ticket = Secret.next();
        String code = "%06d".formatted(RANDOM.nextInt(CODES));
        Instant expires = clock.instant().plus(GOOD_FOR);
        store.put(phone, ticket.hash(), codeHash(ticket, code), expires, purpose);
        texts.send(phone, OCCASION, words(code, locale), expires);
        return ticket;
    }

    /** The number to which the code of a ticket went, if that was a moment ago. */
    @Transactional(readOnly = true)
    public Optional<PhoneNumber> sentTo(Secret ticket) {
        return store.phone(ticket.hash());
    }

    /** The account of the person who has both the ticket and the code that was texted; the code is used up. */
    @Transactional
    public Optional<Account> prove(Secret ticket, String code, Locale locale) {
        byte[] hash = codeHash(ticket, code.strip());
        return store.take(ticket.hash(), hash, MOST_TRIES, clock.instant())
                .filter(this::isRight)
                .filter(sent -> store.delete(ticket.hash()))
                .map(sent -> account(sent, locale));
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void forgetExpired() {
        store.deleteExpired(clock.instant());
    }

    private boolean isRight(SignInCodeStore.Sent sent) {
        if (!sent.right()) {
            UUID whose = accounts.byPhone(sent.phone())
                    .map(account -> account.id().value())
                    .orElse(null);
            record.failed(whose, "texted-code");
        }
        return sent.right();
    }

    private Account account(SignInCodeStore.Sent sent, Locale locale) {
        return switch (sent.purpose()) {
            case CodePurpose.MovePhone(var mover) -> contacts.phone(new AccountId(mover), sent.phone());
            case CodePurpose.SignIn() -> open(sent.phone(), sent.phone().e164(), null, locale);
            case CodePurpose.SignUp(var name, var hash) -> open(sent.phone(), name, hash, locale);
        };
    }

    /** The name and the password are for a new account only: whoever has one keeps what they had. */
    private Account open(PhoneNumber phone, String name, @Nullable String passwordHash, Locale locale) {
        boolean isNew = accounts.byPhone(phone).isEmpty();
        Account account = openAccount.open(phone, name, language(locale));
        if (isNew && passwordHash != null) {
            hashes.replace(account.id(), passwordHash);
        }
        return account;
    }

    /** Somebody else who asks for codes to a number does not use up those of a browser that its owner has used before. */
    private String whose(PhoneNumber phone, Attempt attempt) {
        Secret device = attempt.device();
        return device != null && devices.isKnown(device, new Login(phone.e164(), phone.e164()))
                ? phone.e164() + ' ' + device.value()
                : phone.e164();
    }

    /** The last line lets phones fill the code in by themselves, and only on this shop's own pages. */
    private String words(String code, Locale locale) {
        ResourceBundle sentences = ResourceBundle.getBundle("texts.signin", Locale.of(language(locale)));
        return sentences.getString("code").replace("{shop}", shop.name()).replace("{code}", code) + "\n\n@"
                + URI.create(address.url()).getHost() + " #" + code;
    }

    private static String language(Locale locale) {
        return locale.getLanguage().equals("sw") ? "sw" : "en";
    }

    private static byte[] codeHash(Secret ticket, String code) {
        return Sha256.of(ticket.value().getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }
}
