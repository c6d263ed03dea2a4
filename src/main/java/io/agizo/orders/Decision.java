package io.agizo.orders;

/**
 * What became of the wish to move an order a step on. Each use case takes the version that the step is meant for, or null for
 * whatever is there; an order that is not there is a {@link io.agizo.shared.NotFound}, and one of another version is
 * {@link io.agizo.shared.Stale}.
 */
public sealed interface Decision {

    /** The step is taken, its text queued. */
    record Taken(OrderView order) implements Decision {}

    /** The order does not stand where that step can be taken; it stays as it was. */
    record IllegalTransition(OrderNumber number, OrderStatus present, OrderStatus wanted) implements Decision {

        /** Such as {@code Order A7K2-9QX is rejected and cannot become accepted.} */
        public String words() {
            return "Order " + number + " is " + present.word() + " and cannot become " + wanted.word() + ".";
        }
    }

    /** The order is closed and cannot be edited; it stays as it was. */
    record NotEditable(OrderNumber number, OrderStatus present) implements Decision {}

    /** What an edit makes of the order would be refused as a new order, too; it stays as it was. */
    record Refused(OrderRefused why) implements Decision {}
}
