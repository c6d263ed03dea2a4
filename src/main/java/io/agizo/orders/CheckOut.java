package io.agizo.orders;

import io.agizo.api.Answer;
import io.agizo.api.IdempotencyKey;
import io.agizo.cart.CartId;
import io.agizo.customers.Contact;
import io.agizo.identity.Caller;
import io.agizo.orders.OrderRefused.CartRefused.CheckedOut;
import io.agizo.orders.Placement.Placed;
import io.agizo.orders.WhoBuys.Who;
import io.agizo.shared.PhoneNumber;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one door by which shoppers make an order of a cart: finds out who buys and whether the number is theirs, and counts
 * the text that confirms it. A cart becomes one order, however often and from wherever it is pressed.
 */
@Component
public class CheckOut {

    private final WhoBuys whoBuys;
    private final CountedCheckouts counted;
    private final OrderDesk desk;

    CheckOut(WhoBuys whoBuys, CountedCheckouts counted, OrderDesk desk) {
        this.whoBuys = whoBuys;
        this.counted = counted;
        this.desk = desk;
    }

    /**
     * What a shopper sends who presses on order.
     *
     * @param expectedVersion of the cart; null for whatever is there
     * @param seen what the page that was pressed on showed, as {@link io.agizo.cart.CartView#seen} says it; null for what
     *     the cart was last shown as anywhere
     * @param customer how the shopper introduces themselves; null for who they are that signed in
     * @param code what was texted to the number, which proves it; null if they give none
     * @param network where it was pressed
     */
    public record Press(
            CartId cart,
            @Nullable Integer expectedVersion,
            @Nullable String seen,
            @Nullable Contact customer,
            @Nullable String code,
            String note,
            String network) {}

    /** What became of a press. */
    public sealed interface Outcome {

        /** The cart is this order, by this press or an earlier one; the shopper need not know by which. */
        record Ordered(Receipt receipt) implements Outcome {}

        /** The cart is no order, or one that is gone. */
        record Refused(OrderRefused why) implements Outcome {}
    }

    /**
     * Orders what is in the cart and waits until that is committed or refused. Whoever knows the cart's id may.
     *
     * @throws io.agizo.shared.InvalidInput at {@code /customer} if nobody says who buys, and at {@code /customer/phone} for a
     *     number that strangers may not have texted
     * @throws io.agizo.shared.TooMany if the number or the network had too many orders
     */
    public Outcome checkOut(Caller caller, Press press) {
        Who who = whoBuys.of(caller, press);
        return counted.checkOut(
                caller, press, who, seen -> outcome(seen.apply(desk.checkOut(wish(press, who))), who.contact()));
    }

    /** The same under a key of the cart, whose answer is kept as the door words it. */
    public Answer checkOut(Caller caller, Press press, IdempotencyKey key, Function<Outcome, Answer> door) {
        Who who = whoBuys.of(caller, press);
        return counted.checkOut(
                caller,
                press,
                who,
                seen -> desk.checkOut(
                        wish(press, who),
                        key.within(press.cart().hash()),
                        placement -> door.apply(outcome(seen.apply(placement), who.contact()))));
    }

    /** Whether the shop would text the number of somebody who gives it, as far as that can be said before. */
    public boolean reaches(Caller caller, PhoneNumber phone) {
        return counted.reach(caller, phone);
    }

    private static CheckoutRequest wish(Press press, Who who) {
        return new CheckoutRequest(
                press.cart(), press.expectedVersion(), press.seen(), who.buyer(), who.proof(), press.note());
    }

    private static Outcome outcome(Placement placement, Contact buyer) {
        return switch (placement) {
            case Placed(OrderView order) -> new Outcome.Ordered(Receipt.of(order, buyer));
            case CheckedOut(var number, OrderView order)
            when order != null -> new Outcome.Ordered(Receipt.of(order, buyer));
            case OrderRefused refused -> new Outcome.Refused(refused);
        };
    }
}
