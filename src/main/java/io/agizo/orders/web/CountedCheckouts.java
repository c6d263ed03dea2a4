package io.agizo.orders.web;

import io.agizo.api.RateLimit;
import io.agizo.cart.CartId;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.OrderRefused;
import io.agizo.orders.Placement;
import io.agizo.orders.web.WhoBuys.Who;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.PhoneNumber;
import io.agizo.texting.TextsForStrangers;
import io.agizo.texting.TextsForStrangers.Taken;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

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
    <T> T checkOut(Caller caller, CartId cart, Who who, Function<UnaryOperator<Placement>, T> checkOut) {
        PhoneNumber phone = who.contact().phone();
        if (phone == null || caller.may(Permission.ORDERS_PLACE)) {
            return checkOut.apply(UnaryOperator.identity());
        }
        Taken taken = take(cart, who, phone);
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

    private Taken take(CartId cart, Who who, PhoneNumber phone) {
        if (who.isIntroduced()) {
            InvalidInput.at("/customer/phone", () -> {
                texts.mustReach(phone);
                return phone;
            });
        }
        return texts.takeOrder(phone, network(), cart.secret());
    }

    private static String network() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? RateLimit.network(current.getRequest())
                : "";
    }
}
