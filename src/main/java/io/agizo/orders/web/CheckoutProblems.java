package io.agizo.orders.web;

import io.agizo.api.Problem;
import io.agizo.api.ProblemType;
import io.agizo.orders.OrderRefused;
import io.agizo.orders.OrderRefused.CartRefused;
import io.agizo.orders.OrderRefused.CartRefused.CartChanged;
import io.agizo.orders.OrderRefused.CartRefused.CartShort;
import io.agizo.orders.OrderRefused.CartRefused.CheckedOut;
import io.agizo.orders.OrderRefused.CartRefused.EmptyCart;
import io.agizo.orders.OrderRefused.CartRefused.StaleCart;
import io.agizo.orders.OrderRefused.CartRefused.UnknownCart;
import io.agizo.orders.OrderRefused.TotalTooLarge;
import io.agizo.orders.OrderRefused.Unconfirmed;

/** Words why a cart was not checked out, once for all doors. */
final class CheckoutProblems {

    private CheckoutProblems() {}

    static Problem of(OrderRefused refusal) {
        return switch (refusal) {
            case CartRefused refused -> ofCart(refused);
            case TotalTooLarge refused ->
                Problem.of(ProblemType.CONFLICT, "The cart costs more than an order can hold.");
            case Unconfirmed refused ->
                Problem.of(
                                ProblemType.UNCONFIRMED,
                                "The order could not be confirmed. Check out again: a cart is ordered once.")
                        .retryAfter(2);
            case OrderRefused refused -> OrderProblems.of(refused);
        };
    }

    private static Problem ofCart(CartRefused refusal) {
        return switch (refusal) {
            case CheckedOut(var number, var gone) ->
                Problem.of(ProblemType.CONFLICT, "The order of this cart, " + number + ", was deleted by the shop.");
            case CartChanged(var cart) ->
                Problem.of(
                                ProblemType.CART_CHANGED,
                                "Something in the cart changed since it was last shown. Nothing was ordered.")
                        .with("cart", cart);
            case CartShort(var sku, int wanted, int available) ->
                Problem.of(
                                ProblemType.OUT_OF_STOCK,
                                available == 0
                                        ? "No " + sku + " is left."
                                        : "Only " + available + " of " + sku + " are left.")
                        .with("sku", sku)
                        .with("available", available);
            case UnknownCart refused -> Problem.of(ProblemType.NOT_FOUND, "There is no such cart, or not any more.");
            case StaleCart refused ->
                Problem.of(ProblemType.STALE, "The cart has changed since you read it. Read it again, then check out.");
            case EmptyCart refused -> Problem.of(ProblemType.CONFLICT, "Nothing is in the cart.");
        };
    }
}
