package io.agizo.orders;

import io.agizo.cart.Cart;
import io.agizo.cart.CartId;
import io.agizo.cart.HoldCarts;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets whoever checks a cart out prove that the number they give is theirs, by a code that is texted there. It holds for
 * that cart and that number only, and a cart becomes one order, so it serves for one.
 */
@Component
public class ProveBuyer {

    /** Whoever looks from one telephone to another mistypes once or twice; a guess hits once in 200,000 codes. */
    static final int MOST_TRIES = 5;

    /** Long enough for a late text and for a cart that changed meanwhile. */
    static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private static final int CODES = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final BuyerCodeStore store;
    private final BuyerNumbers numbers;
    private final TextsForStrangers strangers;
    private final HoldCarts carts;
    private final TransactionOperations transaction;
    private final Clock clock;

    ProveBuyer(
            BuyerCodeStore store,
            BuyerNumbers numbers,
            TextsForStrangers strangers,
            HoldCarts carts,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.numbers = numbers;
        this.strangers = strangers;
        this.carts = carts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A code that is on its way, and how long it is good. */
    public record Texted(PhoneNumber phone, Instant goodUntil) {}

    /**
     * Texts a code to the number, whoever's it is; one that the cart was sent before is void. It is counted before anything
     * else is done, out of the same shares as the codes to sign in.
     *
     * @param network where it was asked for
     * @throws TooMany if the number, the network or the shop had too many texts
     */
    public Texted text(CartId id, PhoneNumber phone, Locale locale, String network) {
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
        return Objects.requireNonNull(transaction.execute(begun -> send(id, phone, locale)));
    }

    private Texted send(CartId id, PhoneNumber phone, Locale locale) {
        Cart cart = carts.hold(List.of(id)).get(id);
        if (cart == null) {
            throw new NotFound("There is no such cart, or not any more. Open a new one.");
        }
        if (cart.order() != null) {
            throw new Conflict("conflict", "The cart is order " + cart.order() + " already; nothing is left to prove.");
        }
        String code = "%06d".formatted(RANDOM.nextInt(CODES));
        Instant expires = clock.instant().plus(GOOD_FOR).truncatedTo(ChronoUnit.SECONDS);
        store.put(id.hash(), phone, hash(id, code), expires);
        numbers.text(phone, code, expires, locale);
        return new Texted(phone, expires);
    }

    /**
     * What is known of the number before the cart goes to the desk. Never within a transaction: what is rolled back would
     * take the count of a wrong code with it.
     *
     * @param named the number of somebody who gives their name; null for the person who has signed in
     * @param code what they were texted; null if they give none
     */
    @Transactional(propagation = Propagation.NEVER)
    public Proof of(Caller caller, CartId cart, @Nullable PhoneNumber named, @Nullable String code) {
        if (caller.may(Permission.ORDERS_PLACE) || hasProved(caller, named)) {
            return Proof.PROVED;
        }
        if (named == null || code == null) {
            return Proof.NONE;
        }
        return store.tried(cart.hash(), named, hash(cart, code.strip()), MOST_TRIES, clock.instant())
                        .orElse(false)
                ? Proof.PROVED
                : Proof.WRONG_CODE;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void forgetExpired() {
        store.deleteExpired(clock.instant());
    }

    private boolean hasProved(Caller caller, @Nullable PhoneNumber named) {
        return caller.account()
                .flatMap(numbers::proved)
                .filter(proved -> named == null || named.equals(proved))
                .isPresent();
    }

    /** The cart's secret is part of it, so whoever reads the database cannot try out all codes. */
    private static byte[] hash(CartId cart, String code) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((cart.secret() + ' ' + code).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
