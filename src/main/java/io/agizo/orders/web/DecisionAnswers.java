package io.agizo.orders.web;

import io.agizo.api.Answer;
import io.agizo.api.Answers;
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
            case Decision.IllegalTransition refused -> answers.problem(OrderProblems.of(refused));
            case Decision.NotEditable refused -> answers.problem(OrderProblems.of(refused));
            case Decision.Refused refused -> placements.of(refused.why());
        };
    }
}
