package io.agizo.orders;

import io.agizo.customers.CustomerCode;
import io.agizo.shared.Money;
import io.agizo.shared.Sku;

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

    /** The key under which it was sent belongs to another request. */
    record KeyReused() implements OrderRefused {}

    /** The same request is being answered at this moment. */
    record KeyInFlight() implements OrderRefused {}

    /** More orders wait than the desk takes on; nothing was begun, try again shortly. */
    record DeskFull() implements OrderRefused {}

    /** The database did not confirm the order: it may or may not be placed, and only its key or reference can tell. */
    record Unconfirmed() implements OrderRefused {}
}
