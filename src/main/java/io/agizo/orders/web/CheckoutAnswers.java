package io.agizo.orders.web;

import io.agizo.api.Answer;
import io.agizo.api.Answers;
import io.agizo.api.Problem;
import io.agizo.api.ProblemType;
import io.agizo.customers.Contact;
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
import io.agizo.orders.OrderView;
import io.agizo.orders.Placement;
import io.agizo.orders.Placement.Placed;
import io.agizo.orders.Receipt;
import org.springframework.stereotype.Component;

/** Words what became of a cart for REST. */
@Component
class CheckoutAnswers {

    private final Answers answers;
    private final PlacementAnswers orders;

    CheckoutAnswers(Answers answers, PlacementAnswers orders) {
        this.answers = answers;
        this.orders = orders;
    }

    Answer of(Placement placement, Contact buyer) {
        return switch (placement) {
            case Placed(OrderView order) -> order(order, buyer);
            case CartRefused refused -> refused(refused, buyer);
            case TotalTooLarge refused -> problem(ProblemType.CONFLICT, "The cart costs more than an order can hold.");
            case Unconfirmed refused ->
                answers.problem(Problem.of(
                                ProblemType.UNCONFIRMED,
                                "The order could not be confirmed. Check out again: a cart is ordered once.")
                        .retryAfter(2));
            case OrderRefused refused -> orders.of(refused);
        };
    }

    private Answer refused(CartRefused refusal, Contact buyer) {
        return switch (refusal) {
            case CheckedOut(var number, OrderView order) when order != null -> order(order, buyer);
            case CheckedOut(var number, var gone) ->
                problem(ProblemType.CONFLICT, "The order of this cart, " + number + ", was deleted by the shop.");
            case CartChanged(var cart) ->
                answers.problem(Problem.of(
                                ProblemType.CART_CHANGED,
                                "Something in the cart changed since it was last shown. Nothing was ordered.")
                        .with("cart", cart));
            case CartShort(var sku, int wanted, int available) ->
                answers.problem(Problem.of(
                                ProblemType.OUT_OF_STOCK,
                                available == 0
                                        ? "No " + sku + " is left."
                                        : "Only " + available + " of " + sku + " are left.")
                        .with("sku", sku)
                        .with("available", available));
            case UnknownCart refused -> problem(ProblemType.NOT_FOUND, "There is no such cart, or not any more.");
            case StaleCart refused ->
                problem(ProblemType.STALE, "The cart has changed since you read it. Read it again, then check out.");
            case EmptyCart refused -> problem(ProblemType.CONFLICT, "Nothing is in the cart.");
        };
    }

    /** The first press and every later one are answered alike, so that nobody need know which came through. */
    private Answer order(OrderView order, Contact buyer) {
        return answers.created(Receipt.of(order, buyer), "/api/v1/orders/" + order.number());
    }

    private Answer problem(ProblemType type, String detail) {
        return answers.problem(Problem.of(type, detail));
    }
}
