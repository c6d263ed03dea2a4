package io.agizo.orders;

import io.agizo.cart.Cart;
import io.agizo.cart.CartId;
import io.agizo.cart.CartLine;
import io.agizo.cart.CartView;
import io.agizo.cart.Shelf;
import io.agizo.orders.NewOrderRequest.Line;
import io.agizo.orders.OrderRefused.CartRefused.CartChanged;
import io.agizo.orders.OrderRefused.CartRefused.CartShort;
import io.agizo.orders.OrderRefused.CartRefused.CheckedOut;
import io.agizo.orders.OrderRefused.CartRefused.EmptyCart;
import io.agizo.orders.OrderRefused.CartRefused.StaleCart;
import io.agizo.orders.OrderRefused.CartRefused.UnknownCart;
import io.agizo.orders.OrderRefused.CartRefused.WrongCode;
import io.agizo.orders.OrderRefused.OutOfStock;
import io.agizo.orders.OrderRefused.UnknownProduct;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The carts of one batch, held until its transaction ends: each is ordered once, and only as it was shown to whoever
 * presses.
 */
final class CartBatch {

    private final Map<CartId, Cart> carts;
    private final Map<OrderNumber, OrderView> earlier;
    private final Currency currency;
    private final Instant now;
    private final Map<CartId, OrderNumber> ordered = new LinkedHashMap<>();
    private final Map<CartId, Cart> shownAgain = new LinkedHashMap<>();

    CartBatch(Map<CartId, Cart> carts, Map<OrderNumber, OrderView> earlier, Currency currency, Instant now) {
        this.carts = new HashMap<>(carts);
        this.earlier = earlier;
        this.currency = currency;
        this.now = now;
    }

    /** The carts that became orders in this batch. */
    Map<CartId, OrderNumber> ordered() {
        return ordered;
    }

    /** The carts that were refused as changed, as they are shown from now on. */
    Collection<Cart> shownAgain() {
        return shownAgain.values();
    }

    /** What is in the cart, as an order at the prices last shown; empty if there is no such cart, or no longer one. */
    NewOrderRequest order(CheckoutRequest wish) {
        Cart cart = carts.get(wish.cart());
        List<Line> lines = cart == null || cart.order() != null
                ? List.of()
                : cart.lines().stream().map(CartBatch::line).toList();
        return new NewOrderRequest(wish.buyer(), lines, null, wish.note(), null, true);
    }

    private static Line line(CartLine line) {
        return new Line.OfProduct(line.sku(), line.quantity(), line.price());
    }

    /**
     * Puts the cart's order with those to be placed, or says why not. A press that came before the cart was last shown
     * was made upon something else, and counts as one upon a changed cart: so the second press of two at once does not
     * accept what only the first was told.
     */
    @Nullable OrderRefused decide(CheckoutRequest wish, Instant pressedAt, UnprovedBuyers unproved, BatchDecision decision) {
        Cart cart = carts.get(wish.cart());
        if (cart == null) {
            return new UnknownCart();
        }
        OrderNumber number = cart.order() == null ? ordered.get(wish.cart()) : new OrderNumber(cart.order());
        if (number != null) {
            return new CheckedOut(number, earlier.get(number));
        }
        if (wish.expectedVersion() != null && wish.expectedVersion() != cart.version()) {
            return new StaleCart();
        }
        if (cart.lines().isEmpty()) {
            return new EmptyCart();
        }
        Shelf shelf = decision::onSale;
        if (pressedAt.isBefore(cart.shownAt()) || cart.isOtherThanShown(shelf)) {
            Cart again = cart.shownAgain(shelf, now);
            carts.put(wish.cart(), again);
            shownAgain.put(wish.cart(), again);
            return new CartChanged(CartView.of(again, shelf, currency).since(cart));
        }
        if (wish.proof() == Proof.WRONG_CODE) {
            return new WrongCode();
        }
        OrderRefused tooMuch = unproved.refuse(wish, cart);
        if (tooMuch != null) {
            return tooMuch;
        }
        OrderRefused refused = place(wish, decision);
        if (refused == null) {
            unproved.placed(wish);
        }
        return refused;
    }

    private @Nullable OrderRefused place(CheckoutRequest wish, BatchDecision decision) {
        NewOrderRequest order = order(wish);
        OrderRefused refused = decision.decide(CheckoutRequest.ONLINE_SHOP, order);
        return switch (refused) {
            case null -> {
                ordered.put(wish.cart(), decision.placed().getLast().view().number());
                yield null;
            }
            case OutOfStock(int line, var sku, int wanted, int available) -> new CartShort(sku, wanted, available);
            case UnknownProduct(int line, var sku) ->
                new CartShort(sku, order.lines().get(line).quantity(), 0);
            default -> refused;
        };
    }

    /** Completes the answer to a cart's later press with the order that was placed in the same batch. */
    OrderRefused told(OrderRefused refused, Map<OrderNumber, OrderView> placed) {
        return refused instanceof CheckedOut(OrderNumber number, var order) && order == null
                ? new CheckedOut(number, placed.get(number))
                : refused;
    }
}
