package io.agizo.orders;

import io.agizo.cart.Cart;
import io.agizo.cart.CartId;
import io.agizo.cart.HoldCarts;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.BuyerCodes.Subject;
import io.agizo.orders.BuyerNumbers.Purpose;
import io.agizo.shared.Conflict;
import io.agizo.shared.NotFound;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.TooMany;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

    private final BuyerCodes codes;
    private final BuyerNumbers numbers;
    private final HoldCarts carts;
    private final TransactionOperations transaction;

    ProveBuyer(BuyerCodes codes, BuyerNumbers numbers, HoldCarts carts, TransactionOperations transaction) {
        this.codes = codes;
        this.numbers = numbers;
        this.carts = carts;
        this.transaction = transaction;
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
        codes.take(phone, network);
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
        return new Texted(phone, codes.text(subject(id), phone, locale));
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
        return codes.isRight(subject(cart), named, code) ? Proof.PROVED : Proof.WRONG_CODE;
    }

    private boolean hasProved(Caller caller, @Nullable PhoneNumber named) {
        return caller.account()
                .flatMap(numbers::proved)
                .filter(proved -> named == null || named.equals(proved))
                .isPresent();
    }

    private static Subject subject(CartId cart) {
        return new Subject(cart.hash(), cart.secret(), Purpose.ORDER);
    }
}
