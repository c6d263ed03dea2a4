package io.agizo.notifications.web;

import io.agizo.api.Problem;
import io.agizo.api.ProblemType;
import io.agizo.notifications.SendAgain.Again;

/** Words why a text is not sent again, for programs. */
final class AgainProblems {

    private AgainProblems() {}

    static Problem of(Again.MayHaveArrived asks) {
        return conflict("The text is " + asks.text().status().word()
                + ": the phone may have it. Send it again with evenIfArrived if it may be read twice.");
    }

    static Problem of(Again.Refused refused) {
        return conflict(
                switch (refused.why()) {
                    case ON_ITS_WAY -> "The text is " + refused.text().status().word() + ": it is on its way.";
                    case ARRIVED -> "The phone has the text.";
                    case WORDS_GONE -> "The words of the text are no longer kept.";
                    case ORDER_GONE -> "The order that the text is about was deleted.";
                    case NUMBER_NOT_TEXTED -> "The shop does not text this number.";
                    case SAID_STOP -> "The owner of the number said that they want no such texts.";
                });
    }

    private static Problem conflict(String detail) {
        return Problem.of(ProblemType.CONFLICT, detail);
    }
}
