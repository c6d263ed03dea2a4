package io.agizo.orders.web;

import io.agizo.api.Answer;
import io.agizo.api.Answers;
import io.agizo.orders.OrderRefused;
import io.agizo.orders.OrderView;
import io.agizo.orders.Placement;
import io.agizo.orders.Placement.Placed;
import org.springframework.stereotype.Component;

/** Words what became of an order for REST. */
@Component
class PlacementAnswers {

    private final Answers answers;

    PlacementAnswers(Answers answers) {
        this.answers = answers;
    }

    Answer of(Placement placement) {
        return switch (placement) {
            case Placed(OrderView order) -> answers.created(order, "/api/v1/orders/" + order.number());
            case OrderRefused refused -> answers.problem(OrderProblems.of(refused));
        };
    }
}
