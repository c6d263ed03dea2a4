package io.agizo.orders.web;

import io.agizo.api.Answer;
import io.agizo.api.Answers;
import io.agizo.customers.Contact;
import io.agizo.orders.OrderRefused;
import io.agizo.orders.OrderRefused.CartRefused.CheckedOut;
import io.agizo.orders.OrderView;
import io.agizo.orders.Placement;
import io.agizo.orders.Placement.Placed;
import io.agizo.orders.Receipt;
import org.springframework.stereotype.Component;

/** Words what became of a cart for REST. */
@Component
class CheckoutAnswers {

    private final Answers answers;

    CheckoutAnswers(Answers answers) {
        this.answers = answers;
    }

    Answer of(Placement placement, Contact buyer) {
        return switch (placement) {
            case Placed(OrderView order) -> order(order, buyer);
            case CheckedOut(var number, OrderView order) when order != null -> order(order, buyer);
            case OrderRefused refused -> answers.problem(CheckoutProblems.of(refused));
        };
    }

    /** The first press and every later one are answered alike, so that nobody need know which came through. */
    private Answer order(OrderView order, Contact buyer) {
        return answers.created(Receipt.of(order, buyer), "/api/v1/orders/" + order.number());
    }
}
