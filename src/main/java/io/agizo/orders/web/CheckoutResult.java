package io.agizo.orders.web;

import io.agizo.api.Problem;
import io.agizo.api.graphql.CommonRefusal;
import io.agizo.api.graphql.MutationResult;
import io.agizo.api.graphql.Refusal;
import io.agizo.cart.CartView;
import io.agizo.orders.CheckOut.Outcome;
import io.agizo.orders.MostUnproved;
import io.agizo.orders.OrderRefused;
import io.agizo.orders.OrderRefused.CartRefused;
import io.agizo.orders.Receipt;
import io.agizo.shared.InvalidInput.Fault;
import java.util.List;

/** What a checkout comes to over GraphQL, beside the common refusals; each is named after its type of the schema. */
sealed interface CheckoutResult extends MutationResult {

    /** The cart is an order, now or by an earlier press. */
    record CheckedOut(Receipt receipt) implements CheckoutResult {}

    /** The shopper would get something else than they saw. */
    record CartChanged(String message, String problem, CartView cart) implements CheckoutResult, Refusal {}

    /** More is wanted than there is, as was shown. */
    record CartShort(String message, String problem, String sku, int available) implements CheckoutResult, Refusal {}

    /** It is more than somebody may order whose number is not proved. */
    record NumberNotProved(
            String message, String problem, List<Fault> errors, int mostUnits, int mostLines, int mostOrders)
            implements CheckoutResult, Refusal {}

    static MutationResult of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Ordered(Receipt receipt) -> new CheckedOut(receipt);
            case Outcome.Refused(OrderRefused why) -> of(why, CheckoutProblems.of(why));
        };
    }

    private static MutationResult of(OrderRefused refused, Problem problem) {
        return switch (refused) {
            case CartRefused.CartChanged(CartView cart) -> new CartChanged(problem.detail(), problem.type(), cart);
            case CartRefused.CartShort(var sku, int wanted, int available) ->
                new CartShort(problem.detail(), problem.type(), sku.value(), available);
            case CartRefused.NumberNotProved(MostUnproved most, var over, int lines, boolean open) ->
                new NumberNotProved(
                        problem.detail(), problem.type(), problem.errors(), most.units(), most.lines(), most.orders());
            case OrderRefused other -> CommonRefusal.of(problem);
        };
    }
}
