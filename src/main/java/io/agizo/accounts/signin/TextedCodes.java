package io.agizo.accounts.signin;

import io.agizo.accounts.Account;
import io.agizo.accounts.AccountWords;
import io.agizo.accounts.Accounts;
import io.agizo.identity.PublicAddress;
import io.agizo.notifications.SendSecret;
import io.agizo.shared.PhoneNumber;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes by text, which prove that a telephone is somebody's. One is sent to any number that is asked for, whether it has
 * an account or not, so that neither the answer nor the time it takes says which.
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
    private final ProvedNumber provedNumber;
    private final AccountWords words;
    private final PublicAddress address;
    private final Clock clock;

    TextedCodes(
            SignInCodeStore store,
            Tries tries,
            KnownDevices devices,
            SignInRecord record,
            SendSecret texts,
            Accounts accounts,
            ProvedNumber provedNumber,
            AccountWords words,
            PublicAddress address,
            Clock clock) {
        this.store = store;
        this.tries = tries;
        this.devices = devices;
        this.record = record;
        this.texts = texts;
        this.accounts = accounts;
        this.provedNumber = provedNumber;
        this.words = words;
        this.address = address;
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
        texts.send(phone, purpose.mover(), OCCASION, text(code, locale), expires);
        return ticket;
    }

    /** Whether codes reach telephones at all. */
    boolean arePossible() {
        return texts.isPossible();
    }

    /** What whoever has the ticket wanted to prove the number for; to sign in, if that was long ago. */
    CodePurpose purpose(PhoneNumber phone, Secret ticket) {
        return store.purpose(phone, ticket.hash()).orElseGet(CodePurpose.SignIn::new);
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
                .map(sent -> provedNumber.use(sent.phone(), sent.purpose(), locale));
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

    /** Somebody else who asks for codes to a number does not use up those of a browser that its owner has used before. */
    private String whose(PhoneNumber phone, Attempt attempt) {
        Secret device = attempt.device();
        return device != null && devices.isKnown(device, new Login(phone.e164(), phone.e164()))
                ? phone.e164() + ' ' + device.value()
                : phone.e164();
    }

    /** The last line lets phones fill the code in by themselves, and only on this shop's own pages. */
    private String text(String code, Locale locale) {
        return words.of("code", AccountWords.language(locale), Map.of("code", code)) + "\n\n@"
                + URI.create(address.url()).getHost() + " #" + code;
    }

    private static byte[] codeHash(Secret ticket, String code) {
        return Sha256.of(ticket.value().getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }
}
