package io.agizo.orders;

import io.agizo.cart.CartView;
import io.agizo.customers.CustomerCode;
import io.agizo.shared.Money;
import io.agizo.shared.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why an order was not placed; a refused order has changed nothing. */
public sealed interface OrderRefused extends Placement {

    /** Less is available than the order's lines ask for together; {@code line} is the first, from 0, that is too many. */
    record OutOfStock(int line, Sku sku, int wanted, int available) implements OrderRefused {}

    /** No product of that SKU is for sale. */
    record UnknownProduct(int line, Sku sku) implements OrderRefused {}

    /** The product costs another amount than the sender was shown. */
    record PriceChanged(int line, Sku sku, Money shown, Money price) implements OrderRefused {}

    /** No customer has that code. */
    record UnknownCustomer(CustomerCode code) implements OrderRefused {}

    /** The order's total is more than the shop can write. */
    record TotalTooLarge() implements OrderRefused {}

    /** The sender already placed an order under this reference. */
    record AlreadyPlaced(String reference, OrderNumber number) implements OrderRefused {}

    /** More orders wait than the desk takes on; nothing was begun, try again shortly. */
    record DeskFull() implements OrderRefused {}

    /** The database did not confirm the order: it may or may not be placed, and only its key or reference can tell. */
    record Unconfirmed() implements OrderRefused {}

    /** Why a cart was not checked out; only carts are refused so. */
    sealed interface CartRefused extends OrderRefused {

        /** There is no such cart, or not any more. */
        record UnknownCart() implements CartRefused {}

        /** The cart is not the version that the sender read. */
        record StaleCart() implements CartRefused {}

        /** Nothing is in the cart. */
        record EmptyCart() implements CartRefused {}

        /** The sender would get something else than the cart showed; it shows this from now on. */
        record CartChanged(CartView cart) implements CartRefused {}

        /** A line of the cart was shown as more than there is, and still is. */
        record CartShort(Sku sku, int wanted, int available) implements CartRefused {}

        /**
         * It is more than somebody may order whose number is not proved.
         *
         * @param most what they may order
         * @param overUnits those lines, from 0, that ask for more units than that
         * @param lines how many lines there are
         * @param tooManyOpen whether as many orders of the buyer are open as may be
         */
        record NumberNotProved(MostUnproved most, List<Integer> overUnits, int lines, boolean tooManyOpen)
                implements CartRefused {}

        /** The code that should prove the number is not the one that was texted, or is no longer good. */
        record WrongCode() implements CartRefused {}

        /**
         * The cart was checked out by an earlier press.
         *
         * @param order what it became, as it is now; null once that was deleted
         */
        record CheckedOut(OrderNumber number, @Nullable OrderView order) implements CartRefused {}
    }
}
