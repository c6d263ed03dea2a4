package io.agizo.pictures;

import io.agizo.api.Problem;
import io.agizo.api.ProblemType;
import io.agizo.shared.InvalidInput.Fault;
import java.util.List;

/** A picture that is not taken; nothing of it was kept. */
public final class PictureRefused extends RuntimeException {

    /** A picture takes about a second, so that a few of them are done by then. */
    private static final int RETRY_SECONDS = 5;

    private final PictureFault fault;

    PictureRefused(PictureFault fault) {
        super(fault.message(), null, false, false);
        this.fault = fault;
    }

    public PictureFault fault() {
        return fault;
    }

    /** How a program is told that sent it as the body of a request. */
    public Problem problem() {
        return switch (fault.type()) {
            case INVALID_INPUT -> problem("");
            case OVERLOADED -> Problem.of(fault.type(), fault.message()).retryAfter(RETRY_SECONDS);
            default -> Problem.of(fault.type(), fault.message());
        };
    }

    /**
     * How a program is told that sent it as a part of its input.
     *
     * @param pointer to that part
     */
    public Problem problem(String pointer) {
        return fault.type() == ProblemType.OVERLOADED
                ? problem()
                : Problem.invalid(List.of(new Fault(pointer, fault.message())));
    }
}
