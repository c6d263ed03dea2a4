package io.agizo.orders;

import io.agizo.orders.BuyerNumbers.Purpose;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.TooMany;
import io.agizo.texting.TextsForStrangers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Codes that are texted to buyers, each good for one number and one thing: a cart, or an order. */
@Component
class BuyerCodes {

    /** Whoever looks from one telephone to another mistypes once or twice; a guess hits once in 200,000 codes. */
    static final int MOST_TRIES = 5;

    /** Long enough for a late text and for a cart that changed meanwhile. */
    static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private static final int CODES = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final BuyerCodeStore store;
    private final BuyerNumbers numbers;
    private final TextsForStrangers strangers;
    private final Clock clock;

    BuyerCodes(BuyerCodeStore store, BuyerNumbers numbers, TextsForStrangers strangers, Clock clock) {
        this.store = store;
        this.numbers = numbers;
        this.strangers = strangers;
        this.clock = clock;
    }

    /**
     * What a code is good for.
     *
     * @param id under which it is kept, which opens nothing
     * @param secret which is part of the hash of the code, so that whoever reads the database cannot try out all codes
     */
    record Subject(UUID id, String secret, Purpose purpose) {}

    /**
     * Counts a code before anything else is done, out of the same shares as the codes to sign in.
     *
     * @throws TooMany if the number, the network or the shop had too many texts
     */
    void take(PhoneNumber phone, String network) {
        InvalidInput.at("/phone", () -> {
            strangers.mustReach(phone);
            return phone;
        });
        if (!numbers.arePossible()) {
            throw new Conflict("conflict", "The shop cannot text codes at present. Order less, or call the shop.");
        }
        numbers.pause().ifPresent(pause -> {
            throw new TooMany("No more codes are texted for now. Order less, or try again later.", pause);
        });
        strangers.takeCode(phone, network, null);
    }

    /** Texts a new code within the running transaction; the one before is void. Returns how long it is good. */
    Instant text(Subject subject, PhoneNumber phone, Locale locale) {
        String code = "%06d".formatted(RANDOM.nextInt(CODES));
        Instant expires = clock.instant().plus(GOOD_FOR).truncatedTo(ChronoUnit.SECONDS);
        store.put(subject.id(), phone, hash(subject, code), expires);
        numbers.text(phone, code, subject.purpose(), expires, locale);
        return expires;
    }

    /** Whether it is the code, which is counted if it is not; never within a transaction, which would take the count with it. */
    boolean isRight(Subject subject, PhoneNumber phone, String code) {
        Optional<Boolean> right =
                store.tried(subject.id(), phone, hash(subject, code.strip()), MOST_TRIES, clock.instant());
        return right.orElse(false);
    }

    /** Makes the code good for nothing any more. */
    void use(Subject subject) {
        store.delete(subject.id());
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void forgetExpired() {
        store.deleteExpired(clock.instant());
    }

    private static byte[] hash(Subject subject, String code) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((subject.secret() + ' ' + code).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
