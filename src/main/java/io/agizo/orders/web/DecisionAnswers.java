package io.agizo.orders.web;

import io.agizo.api.Answer;
import io.agizo.api.Answers;
import io.agizo.api.Problem;
import io.agizo.api.ProblemType;
import io.agizo.orders.Decision;
import org.springframework.stereotype.Component;

/** Words what became of a step of an order for REST. */
@Component
class DecisionAnswers {

    private final Answers answers;
    private final PlacementAnswers placements;

    DecisionAnswers(Answers answers, PlacementAnswers placements) {
        this.answers = answers;
        this.placements = placements;
    }

    Answer of(Decision decision) {
        return switch (decision) {
            case Decision.Taken taken -> answers.changed(taken.order());
            case Decision.IllegalTransition refused ->
                illegal("Order " + refused.number() + " is " + refused.present().word() + " and cannot become "
                        + refused.wanted().word() + ".");
            case Decision.NotEditable refused ->
                illegal("Order " + refused.number() + " is " + refused.present().word() + " and cannot be edited.");
            case Decision.Refused refused -> placements.of(refused.why());
        };
    }

    private Answer illegal(String detail) {
        return answers.problem(Problem.of(ProblemType.ILLEGAL_TRANSITION, detail));
    }
}
