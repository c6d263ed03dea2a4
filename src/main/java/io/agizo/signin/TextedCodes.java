package io.agizo.signin;

import io.agizo.accounts.Account;
import io.agizo.accounts.AccountWords;
import io.agizo.accounts.Accounts;
import io.agizo.identity.PublicAddress;
import io.agizo.notifications.SendSecret;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.TextLanguage;
import io.agizo.signin.Origin.Share;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Codes by text, which prove that a telephone is somebody's. One is sent to any number that is asked for, whether it has
 * an account or not, so that neither the answer nor the time it takes says which.
 */
@Component
class TextedCodes {

    /** Whoever mistypes it as often as that reads another one; what guesses are worth is said at {@link Allowance}. */
    static final int MOST_TRIES = 5;

    static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private static final String OCCASION = "sign-in-code";
    private static final int CODES = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SignInCodeStore store;
    private final Tries tries;
    private final CodeCeiling ceiling;
    private final KnownDevices devices;
    private final SignInRecord record;
    private final SendSecret texts;
    private final Accounts accounts;
    private final ProvedNumber provedNumber;
    private final AccountWords words;
    private final PublicAddress address;
    private final TransactionOperations transactions;
    private final Clock clock;

    TextedCodes(
            SignInCodeStore store,
            Tries tries,
            CodeCeiling ceiling,
            KnownDevices devices,
            SignInRecord record,
            SendSecret texts,
            Accounts accounts,
            ProvedNumber provedNumber,
            AccountWords words,
            PublicAddress address,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.tries = tries;
        this.ceiling = ceiling;
        this.devices = devices;
        this.record = record;
        this.texts = texts;
        this.accounts = accounts;
        this.provedNumber = provedNumber;
        this.words = words;
        this.address = address;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Texts a code; those that other browsers asked for stay good in those.
     *
     * @param purpose made once it is known that the code may be sent, so that what it costs is not spent in vain
     * @return the ticket without which the code opens nothing: the browser that asked keeps it
     * @throws TooManyTries if the number or the network had too many
     */
    Secret send(PhoneNumber phone, Supplier<CodePurpose> purpose, Attempt attempt, Locale locale) {
        Origin origin = devices.origin(login(phone), attempt);
        tries.take(origin.shares(Allowance.CODE_TO_NUMBER, Allowance.CODE_FROM_NETWORK, null));
        ceiling.take(phone, origin);
        CodePurpose wanted = purpose.get();
        Secret ticket = Secret.next();
        String code = "%06d".formatted(RANDOM.nextInt(CODES));
        Instant expires = clock.instant().plus(GOOD_FOR);
        transactions.executeWithoutResult(together -> {
            store.put(phone, ticket.hash(), codeHash(ticket, code), expires, wanted);
            texts.send(phone, wanted.mover(), OCCASION, text(code, locale), expires);
        });
        return ticket;
    }

    /** Whether codes reach telephones at all. */
    boolean arePossible() {
        return texts.isPossible();
    }

    /** What whoever has the ticket wanted to prove their number for; to sign in, if that was long ago. */
    CodePurpose purpose(Secret ticket) {
        return store.purpose(ticket.hash()).orElseGet(CodePurpose.SignIn::new);
    }

    /** The number to which the code of a ticket went, if that was a moment ago. */
    @Transactional(readOnly = true)
    public Optional<PhoneNumber> sentTo(Secret ticket) {
        return store.phone(ticket.hash());
    }

    /**
     * The account of the person who has both the ticket and the code that was texted; the code is used up. A number is moved
     * only by a browser that is still signed in to the account: who was signed out meanwhile takes nothing over.
     *
     * @param signedIn the account of the browser's session; null for nobody
     * @throws TooManyTries if the number had too many wrong codes, over all that were sent to it
     */
    Optional<Account> prove(Secret ticket, String code, @Nullable String signedIn, Attempt attempt, Locale locale) {
        return check(ticket, code, attempt)
                .filter(right -> right.purpose().isFor(signedIn))
                .flatMap(right -> use(ticket, right, locale));
    }

    /**
     * The same for who chooses a new password with a code to sign in, which is hashed only once it is known that the code is
     * right; a code is not used up if it cannot be hashed at the moment.
     */
    Optional<Recovered> recover(
            Secret ticket, String code, Attempt attempt, Locale locale, Supplier<String> passwordHash) {
        return check(ticket, code, attempt)
                .filter(right -> right.purpose() instanceof CodePurpose.SignIn)
                .flatMap(right -> {
                    String hash = passwordHash.get();
                    return use(ticket, right, locale).map(account -> new Recovered(account, hash));
                });
    }

    /** A try is counted before anything comes of it; of the code, and if it is wrong of the number. */
    private Optional<SignInCodeStore.Sent> check(Secret ticket, String code, Attempt attempt) {
        SignInCodeStore.Sent sent = store.countTry(
                        ticket.hash(), codeHash(ticket, code.strip()), MOST_TRIES, clock.instant())
                .orElse(null);
        if (sent == null) {
            return Optional.empty();
        }
        List<Share> shares = devices.origin(login(sent.phone()), attempt)
                .shares(Allowance.WRONG_CODE, null, Allowance.WRONG_CODE_FROM_ANYWHERE);
        tries.take(shares);
        if (!isRight(sent)) {
            return Optional.empty();
        }
        tries.giveBack(shares);
        return Optional.of(sent);
    }

    private Optional<Account> use(Secret ticket, SignInCodeStore.Sent right, Locale locale) {
        return store.use(ticket.hash())
                ? Optional.of(provedNumber.use(right.phone(), right.purpose(), locale))
                : Optional.empty();
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

    private static Login login(PhoneNumber phone) {
        return new Login(phone.e164(), phone.e164());
    }

    /** The last line lets phones fill the code in by themselves, and only on this shop's own pages. */
    private String text(String code, Locale locale) {
        return words.of("code", TextLanguage.of(locale), Map.of("code", code)) + "\n\n@"
                + URI.create(address.url()).getHost() + " #" + code;
    }

    private static byte[] codeHash(Secret ticket, String code) {
        return Sha256.of(ticket.value().getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }
}
