package io.agizo.orders;

/** What became of a {@link NewOrderRequest}. */
public sealed interface Placement permits Placement.Placed, OrderRefused {

    /** It is in the books, with its stock reserved and its text queued. */
    record Placed(OrderView order) implements Placement {}
}
