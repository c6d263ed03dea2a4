package io.agizo.orders.web;

import io.agizo.api.Problem;
import io.agizo.api.ProblemType;
import io.agizo.orders.MostUnproved;
import io.agizo.orders.OrderRefused;
import io.agizo.orders.OrderRefused.CartRefused;
import io.agizo.orders.OrderRefused.CartRefused.CartChanged;
import io.agizo.orders.OrderRefused.CartRefused.CartShort;
import io.agizo.orders.OrderRefused.CartRefused.CheckedOut;
import io.agizo.orders.OrderRefused.CartRefused.EmptyCart;
import io.agizo.orders.OrderRefused.CartRefused.NumberNotProved;
import io.agizo.orders.OrderRefused.CartRefused.StaleCart;
import io.agizo.orders.OrderRefused.CartRefused.UnknownCart;
import io.agizo.orders.OrderRefused.CartRefused.WrongCode;
import io.agizo.orders.OrderRefused.TotalTooLarge;
import io.agizo.orders.OrderRefused.Unconfirmed;
import io.agizo.shared.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.List;

/** Words why a cart was not checked out, once for all doors. */
final class CheckoutProblems {

    private static final String UNPROVED = " until the number is proved by a code";

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
            case NumberNotProved refused -> notProved(refused);
            case WrongCode refused ->
                Problem.invalid(
                        List.of(
                                new Fault(
                                        "/customer/code",
                                        "is not the code that was texted to this number for this cart, or no longer good: ask for a new one")));
            case StaleCart refused ->
                Problem.of(ProblemType.STALE, "The cart has changed since you read it. Read it again, then check out.");
            case EmptyCart refused -> Problem.of(ProblemType.CONFLICT, "Nothing is in the cart.");
        };
    }

    private static Problem notProved(NumberNotProved refused) {
        MostUnproved most = refused.most();
        List<Fault> faults = new ArrayList<>();
        for (int line : refused.overUnits()) {
            faults.add(new Fault("/lines/" + line, "must be at most " + most.units() + " units" + UNPROVED));
        }
        for (int line = most.lines(); line < refused.lines(); line++) {
            faults.add(new Fault(
                    "/lines/" + line, "is one too many: an order has at most " + most.lines() + " lines" + UNPROVED));
        }
        if (refused.tooManyOpen()) {
            faults.add(new Fault(
                    "/customer/phone", "may have at most " + most.orders() + " orders that are not done" + UNPROVED));
        }
        return Problem.of(
                        ProblemType.NUMBER_NOT_PROVED,
                        "This is more than the shop takes without knowing that the number is yours: at most %d units of a product, %d lines in an order and %d orders at a time. Order less, or have a code texted to the number and check out again with it. Nothing was ordered."
                                .formatted(most.units(), most.lines(), most.orders()))
                .withErrors(faults)
                .with("mostUnits", most.units())
                .with("mostLines", most.lines())
                .with("mostOrders", most.orders());
    }
}
