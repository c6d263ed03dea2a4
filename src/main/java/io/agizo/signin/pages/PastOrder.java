package io.agizo.signin.pages;

import io.agizo.orders.OrderLinks;
import io.agizo.orders.OrderView;
import io.agizo.orders.Receipt;
import io.agizo.shared.Money;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * An order of the person's own, as their account lists it.
 *
 * @param what its first lines
 * @param address of its own page
 */
public record PastOrder(String number, String status, Instant time, String what, Money total, String address) {

    static PastOrder of(Receipt order, UnaryOperator<OrderView.Line> names, OrderLinks links) {
        return new PastOrder(
                order.number().value(),
                order.status().word(),
                order.time(),
                OrderView.Line.inBrief(order.lines().stream().map(names).toList()),
                order.total(),
                "/orders/" + links.of(order.number()).value());
    }
}
