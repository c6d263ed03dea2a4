package io.agizo.orders.web;

import io.agizo.api.Answer;
import io.agizo.api.Answers;
import io.agizo.orders.CheckOut.Outcome;
import io.agizo.orders.OrderRefused;
import io.agizo.orders.Receipt;
import org.springframework.stereotype.Component;

/** Words what became of a cart for REST. */
@Component
class CheckoutAnswers {

    private final Answers answers;

    CheckoutAnswers(Answers answers) {
        this.answers = answers;
    }

    /** The first press and every later one are answered alike, so that nobody need know which came through. */
    Answer of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Ordered(Receipt receipt) -> answers.created(receipt, "/api/v1/orders/" + receipt.number());
            case Outcome.Refused(OrderRefused why) -> answers.problem(CheckoutProblems.of(why));
        };
    }
}
