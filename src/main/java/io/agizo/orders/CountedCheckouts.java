package io.agizo.orders;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.CheckOut.Press;
import io.agizo.orders.WhoBuys.Who;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.PhoneNumber;
import io.agizo.texting.TextsForStrangers;
import io.agizo.texting.TextsForStrangers.Taken;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Counts the checkouts of shoppers, for each order of theirs is confirmed by a text to the number that they give. */
@Component
class CountedCheckouts {

    private final TextsForStrangers texts;

    CountedCheckouts(TextsForStrangers texts) {
        this.texts = texts;
    }

    /**
     * Checks a cart out, unless there were too many of the number or the network. What becomes no order does not count, and
     * neither does the repeat of what is one. Who may place orders for others is not counted.
     *
     * @param checkOut hands what becomes of the cart through the function that it is given
     */
    <T> T checkOut(Caller caller, Press press, Who who, Function<UnaryOperator<Placement>, T> checkOut) {
        PhoneNumber phone = who.contact().phone();
        if (phone == null || caller.may(Permission.ORDERS_PLACE)) {
            return checkOut.apply(UnaryOperator.identity());
        }
        Taken taken = take(press, who, phone);
        AtomicBoolean texted = new AtomicBoolean();
        try {
            return checkOut.apply(placement -> {
                texted.set(placement instanceof Placement.Placed || placement instanceof OrderRefused.Unconfirmed);
                return placement;
            });
        } finally {
            if (texted.get()) {
                texts.keep(taken);
            } else {
                texts.giveBack(taken);
            }
        }
    }

    /** Whether somebody who gives the number can check out with it. */
    boolean reach(Caller caller, PhoneNumber phone) {
        return caller.may(Permission.ORDERS_PLACE) || texts.reach(phone);
    }

    private Taken take(Press press, Who who, PhoneNumber phone) {
        if (who.isIntroduced()) {
            InvalidInput.at("/customer/phone", () -> {
                texts.mustReach(phone);
                return phone;
            });
        }
        return texts.takeOrder(phone, press.network(), press.cart().secret());
    }
}
