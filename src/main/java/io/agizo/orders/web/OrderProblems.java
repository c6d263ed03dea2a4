package io.agizo.orders.web;

import io.agizo.api.Problem;
import io.agizo.api.ProblemType;
import io.agizo.orders.Decision.IllegalTransition;
import io.agizo.orders.Decision.NotEditable;
import io.agizo.orders.OrderRefused;
import io.agizo.orders.OrderRefused.AlreadyPlaced;
import io.agizo.orders.OrderRefused.CartRefused;
import io.agizo.orders.OrderRefused.DeskFull;
import io.agizo.orders.OrderRefused.OutOfStock;
import io.agizo.orders.OrderRefused.PriceChanged;
import io.agizo.orders.OrderRefused.TotalTooLarge;
import io.agizo.orders.OrderRefused.Unconfirmed;
import io.agizo.orders.OrderRefused.UnknownCustomer;
import io.agizo.orders.OrderRefused.UnknownProduct;
import io.agizo.shared.InvalidInput.Fault;
import java.util.List;

/** Words the refusals of orders, once for all doors. */
final class OrderProblems {

    private OrderProblems() {}

    static Problem of(OrderRefused refusal) {
        return switch (refusal) {
            case OutOfStock refused -> outOfStock(refused);
            case PriceChanged refused -> priceChanged(refused);
            case UnknownProduct refused ->
                invalid("/lines/" + refused.line() + "/sku", "no product " + refused.sku() + " is for sale");
            case UnknownCustomer refused -> invalid("/customer", "no customer has the code " + refused.code());
            case TotalTooLarge refused -> invalid("/lines", "add up to more than an order can hold");
            case AlreadyPlaced refused ->
                Problem.of(
                                ProblemType.ALREADY_PLACED,
                                "Order " + refused.number() + " was placed under the reference " + refused.reference()
                                        + ".")
                        .with("order", refused.number());
            case DeskFull refused ->
                Problem.of(
                                ProblemType.OVERLOADED,
                                "More orders wait than the shop can place right now. Nothing was ordered.")
                        .retryAfter(1);
            case Unconfirmed refused ->
                Problem.of(
                                ProblemType.UNCONFIRMED,
                                "The order could not be confirmed. Send it again with the same Idempotency-Key or"
                                        + " reference: it is placed once.")
                        .retryAfter(2);
            case CartRefused refused -> throw new IllegalArgumentException("an order without a cart met " + refused);
        };
    }

    static Problem of(IllegalTransition refused) {
        return illegal(refused.words());
    }

    static Problem of(NotEditable refused) {
        return illegal("Order " + refused.number() + " is " + refused.present().word() + " and cannot be edited.");
    }

    private static Problem illegal(String detail) {
        return Problem.of(ProblemType.ILLEGAL_TRANSITION, detail);
    }

    private static Problem invalid(String pointer, String message) {
        return Problem.invalid(List.of(new Fault(pointer, message)));
    }

    private static Problem outOfStock(OutOfStock refused) {
        String left = refused.available() == 0
                ? "No " + refused.sku() + " is left."
                : "Only " + refused.available() + " of " + refused.sku() + " are left.";
        return Problem.of(ProblemType.OUT_OF_STOCK, left)
                .at("/lines/" + refused.line() + "/quantity", "must be at most " + refused.available())
                .with("sku", refused.sku())
                .with("available", refused.available());
    }

    private static Problem priceChanged(PriceChanged refused) {
        return Problem.of(
                        ProblemType.PRICE_CHANGED,
                        refused.sku() + " costs " + refused.price().plain() + ", not "
                                + refused.shown().plain() + ".")
                .at("/lines/" + refused.line() + "/amount", "must be the price, or left out")
                .with("sku", refused.sku())
                .with("price", refused.price());
    }
}
