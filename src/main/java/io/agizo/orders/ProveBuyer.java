package io.agizo.orders;

import io.agizo.cart.Cart;
import io.agizo.cart.CartId;
import io.agizo.cart.HoldCarts;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.shared.Conflict;
import io.agizo.shared.NotFound;
import io.agizo.shared.PhoneNumber;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

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
    private final HoldCarts carts;
    private final Clock clock;

    ProveBuyer(BuyerCodeStore store, BuyerNumbers numbers, HoldCarts carts, Clock clock) {
        this.store = store;
        this.numbers = numbers;
        this.carts = carts;
        this.clock = clock;
    }

    /** What becomes of a wish for a code. */
    public sealed interface Asked {

        /** It is on its way, and good until then. */
        record Texted(PhoneNumber phone, Instant goodUntil) implements Asked {}

        /** The number, or the network that asks, had too many. */
        record TooMany(Duration pause) implements Asked {}
    }

    /**
     * Texts a code to the number, whoever's it is; one that the cart was sent before is void.
     *
     * @param network where it was asked for; null for the shop's own machine
     */
    @Transactional
    public Asked text(CartId id, PhoneNumber phone, Locale locale, @Nullable String network) {
        Cart cart = carts.hold(List.of(id)).get(id);
        if (cart == null) {
            throw new NotFound("There is no such cart, or not any more. Open a new one.");
        }
        if (cart.order() != null) {
            throw new Conflict("conflict", "The cart is order " + cart.order() + " already; nothing is left to prove.");
        }
        if (!numbers.arePossible()) {
            throw new Conflict("conflict", "The shop cannot text codes at present. Order less, or call the shop.");
        }
        String code = "%06d".formatted(RANDOM.nextInt(CODES));
        Instant expires = clock.instant().plus(GOOD_FOR).truncatedTo(ChronoUnit.SECONDS);
        Optional<Duration> wait = numbers.text(phone, code, expires, locale, network);
        if (wait.isPresent()) {
            return new Asked.TooMany(wait.get());
        }
        store.put(id.hash(), phone, hash(id, code), expires);
        return new Asked.Texted(phone, expires);
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
