package io.agizo.orders;

import io.agizo.cart.Cart;
import io.agizo.cart.CartLine;
import io.agizo.customers.Contact;
import io.agizo.customers.CustomerCode;
import io.agizo.customers.CustomerView;
import io.agizo.orders.NewOrderRequest.Buyer;
import io.agizo.orders.OrderRefused.CartRefused.NumberNotProved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What buyers without a proved number still may order in one batch; each sees what the ones before took. */
final class UnprovedBuyers {

    private final MostUnproved most;
    private final Map<CustomerCode, CustomerView> known;
    private final Map<Object, Integer> open;

    /** The orders that are not done yet are given by buyer, as {@link #whose} names them; buyers without any may be left out. */
    UnprovedBuyers(MostUnproved most, Map<CustomerCode, CustomerView> known, Map<Object, Integer> open) {
        this.most = most;
        this.known = known;
        this.open = new HashMap<>(open);
    }

    /** What the open orders of a buyer are counted by: their number, or the code of a customer without one. */
    static Object whose(Buyer buyer, Map<CustomerCode, CustomerView> known) {
        return switch (buyer) {
            case Buyer.Known(CustomerCode code) -> {
                CustomerView customer = known.get(code);
                yield customer == null || customer.phone() == null ? code : customer.phone();
            }
            case Buyer.Introduced(Contact contact) -> contact.phone() == null ? contact : contact.phone();
        };
    }

    /** Why the cart is too much for a buyer who has not proved their number. */
    @Nullable OrderRefused refuse(CheckoutRequest wish, Cart cart) {
        if (wish.proof() == Proof.PROVED) {
            return null;
        }
        List<Integer> tooMany = new ArrayList<>();
        for (int i = 0; i < cart.lines().size(); i++) {
            CartLine line = cart.lines().get(i);
            if (line.quantity() > most.units()) {
                tooMany.add(i);
            }
        }
        boolean orders = open.getOrDefault(whose(wish.buyer(), known), 0) >= most.orders();
        return tooMany.isEmpty() && cart.lines().size() <= most.lines() && !orders
                ? null
                : new NumberNotProved(most, tooMany, cart.lines().size(), orders);
    }

    void placed(CheckoutRequest wish) {
        open.merge(whose(wish.buyer(), known), 1, Integer::sum);
    }
}
