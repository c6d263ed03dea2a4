package io.agizo.orders.web;

import io.agizo.api.Problem;
import io.agizo.api.graphql.CommonRefusal;
import io.agizo.api.graphql.MutationResult;
import io.agizo.api.graphql.Refusal;
import io.agizo.cart.CartView;
import io.agizo.customers.Contact;
import io.agizo.orders.OrderRefused;
import io.agizo.orders.OrderRefused.CartRefused;
import io.agizo.orders.OrderView;
import io.agizo.orders.Placement;
import io.agizo.orders.Receipt;

/** What a checkout comes to over GraphQL, beside the common refusals; each is named after its type of the schema. */
sealed interface CheckoutResult extends MutationResult {

    /** The cart is an order, now or by an earlier press. */
    record CheckedOut(Receipt receipt) implements CheckoutResult {}

    /** The shopper would get something else than they saw. */
    record CartChanged(String message, String problem, CartView cart) implements CheckoutResult, Refusal {}

    /** More is wanted than there is, as was shown. */
    record CartShort(String message, String problem, String sku, int available) implements CheckoutResult, Refusal {}

    static MutationResult of(Placement placement, Contact buyer) {
        return switch (placement) {
            case Placement.Placed(OrderView order) -> new CheckedOut(Receipt.of(order, buyer));
            case CartRefused.CheckedOut(var number, OrderView order)
            when order != null -> new CheckedOut(Receipt.of(order, buyer));
            case OrderRefused refused -> of(refused, CheckoutProblems.of(refused));
        };
    }

    private static MutationResult of(OrderRefused refused, Problem problem) {
        return switch (refused) {
            case CartRefused.CartChanged(CartView cart) -> new CartChanged(problem.detail(), problem.type(), cart);
            case CartRefused.CartShort(var sku, int wanted, int available) ->
                new CartShort(problem.detail(), problem.type(), sku.value(), available);
            case OrderRefused other -> CommonRefusal.of(problem);
        };
    }
}
