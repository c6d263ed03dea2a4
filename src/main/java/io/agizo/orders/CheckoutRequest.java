package io.agizo.orders;

import io.agizo.cart.CartId;
import io.agizo.customers.Contact;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.NewOrderRequest.Buyer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The wish of a shopper to order what is in their cart, at the prices they were shown.
 *
 * @param expectedVersion of the cart; null for whatever is there
 * @param seen what the page that was pressed on showed, as {@link io.agizo.cart.Cart#seen} says it; null for what was last shown
 * @param buyer how the shopper introduces themselves, or which customer they are who has signed in
 * @param proof what is known of the buyer's number
 */
public record CheckoutRequest(
        CartId cart,
        @Nullable Integer expectedVersion,
        @Nullable String seen,
        Buyer buyer,
        Proof proof,
        String note) implements Wish {

    /** The wish of somebody who gives their name and proves nothing. */
    public CheckoutRequest(CartId cart, @Nullable Integer expectedVersion, Contact buyer, String note) {
        this(cart, expectedVersion, null, new Buyer.Introduced(buyer), Proof.NONE, note);
    }

    /** Who places the orders of carts: not the shopper, whose right to a cart is its secret, but the shop. */
    static final Caller ONLINE_SHOP = new Caller("online-shop", "Online shop", Set.of(Permission.ORDERS_PLACE));
}
