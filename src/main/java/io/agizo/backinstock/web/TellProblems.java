package io.agizo.backinstock.web;

import io.agizo.api.Problem;
import io.agizo.api.ProblemType;
import io.agizo.backinstock.AskToBeTold.Answer;

/** Words why nobody is to be told, for programs. */
final class TellProblems {

    private TellProblems() {}

    static Problem of(Answer.InStock inStock) {
        return Problem.of(ProblemType.CONFLICT, "The product " + inStock.sku() + " is in stock: order it now.");
    }

    static Problem of(Answer.SaidStop saidStop) {
        return Problem.of(
                ProblemType.CONFLICT,
                "The owner of " + saidStop.phone()
                        + " said that they want no such texts. They can text START to the shop to get them again.");
    }
}
