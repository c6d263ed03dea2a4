package io.agizo.api.web;

import io.agizo.api.Problem;
import io.agizo.api.ProblemType;

/** A request body that is not read to its end: too large, or broken on the way. */
final class BodyRefused extends RuntimeException {

    private final transient Problem problem;

    private BodyRefused(ProblemType type, String detail) {
        super(detail, null, false, false);
        this.problem = Problem.of(type, detail);
    }

    static BodyRefused tooLarge(int mostBytes) {
        return new BodyRefused(ProblemType.TOO_LARGE, "A body may be at most " + mostBytes + " bytes here.");
    }

    static BodyRefused broken() {
        return new BodyRefused(ProblemType.BAD_REQUEST, "The body ended before it was whole.");
    }

    Problem problem() {
        return problem;
    }
}
