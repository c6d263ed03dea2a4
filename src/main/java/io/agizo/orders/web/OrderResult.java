package io.agizo.orders.web;

import io.agizo.api.Problem;
import io.agizo.api.graphql.CommonRefusal;
import io.agizo.api.graphql.MutationResult;
import io.agizo.api.graphql.Refusal;
import io.agizo.orders.Decision;
import io.agizo.orders.OrderRefused;
import io.agizo.orders.OrderStatus;
import io.agizo.orders.OrderView;
import io.agizo.orders.Placement;
import io.agizo.shared.Money;

/** What a mutation of an order comes to, beside the common refusals; each is named after its type of the schema. */
sealed interface OrderResult extends MutationResult {

    /** It is in the books. */
    record OrderPlaced(OrderView order) implements OrderResult {}

    /** It took the step. */
    record OrderChanged(OrderView order) implements OrderResult {}

    /** It is struck from the books. */
    record OrderVoided(String number) implements OrderResult {}

    /** The order is closed. */
    record NotEditable(String message, String problem, OrderStatus present) implements OrderResult, Refusal {}

    /** Less is available than the lines ask for. */
    record OutOfStock(String message, String problem, int line, String sku, int available)
            implements OrderResult, Refusal {}

    /** A product costs another amount than was believed. */
    record PriceChanged(String message, String problem, int line, String sku, Money price)
            implements OrderResult, Refusal {}

    /** No product of that SKU is for sale. */
    record UnknownProduct(String message, String problem, int line, String sku) implements OrderResult, Refusal {}

    /** No customer has that code. */
    record UnknownCustomer(String message, String problem, String code) implements OrderResult, Refusal {}

    /** An order has the reference. */
    record AlreadyPlaced(String message, String problem, String number) implements OrderResult, Refusal {}

    /** The order does not stand where the step begins. */
    record IllegalTransition(String message, String problem, OrderStatus present, OrderStatus wanted)
            implements OrderResult, Refusal {}

    static MutationResult of(Placement placement) {
        return switch (placement) {
            case Placement.Placed(OrderView order) -> new OrderPlaced(order);
            case OrderRefused refused -> of(refused, OrderProblems.of(refused));
        };
    }

    static MutationResult of(Decision decision) {
        return switch (decision) {
            case Decision.Taken(OrderView order) -> new OrderChanged(order);
            case Decision.IllegalTransition refused -> {
                Problem problem = OrderProblems.of(refused);
                yield new IllegalTransition(problem.detail(), problem.type(), refused.present(), refused.wanted());
            }
            case Decision.NotEditable refused -> {
                Problem problem = OrderProblems.of(refused);
                yield new NotEditable(problem.detail(), problem.type(), refused.present());
            }
            case Decision.Refused refused -> of(refused.why(), OrderProblems.of(refused.why()));
        };
    }

    private static MutationResult of(OrderRefused refused, Problem problem) {
        String message = problem.detail();
        String path = problem.type();
        return switch (refused) {
            case OrderRefused.OutOfStock out ->
                new OutOfStock(message, path, out.line(), out.sku().value(), out.available());
            case OrderRefused.PriceChanged changed ->
                new PriceChanged(message, path, changed.line(), changed.sku().value(), changed.price());
            case OrderRefused.UnknownProduct unknown ->
                new UnknownProduct(
                        "No product " + unknown.sku() + " is for sale.",
                        path,
                        unknown.line(),
                        unknown.sku().value());
            case OrderRefused.UnknownCustomer unknown ->
                new UnknownCustomer(
                        "No customer has the code " + unknown.code() + ".",
                        path,
                        unknown.code().value());
            case OrderRefused.AlreadyPlaced already ->
                new AlreadyPlaced(message, path, already.number().value());
            case OrderRefused.TotalTooLarge tooLarge -> CommonRefusal.of(problem);
            case OrderRefused.DeskFull full -> CommonRefusal.of(problem);
            case OrderRefused.Unconfirmed unconfirmed -> CommonRefusal.of(problem);
            case OrderRefused.CartRefused noCart -> throw new IllegalArgumentException("an order met " + noCart);
        };
    }
}
