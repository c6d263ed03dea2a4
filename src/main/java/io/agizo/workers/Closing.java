package io.agizo.workers;

import java.util.function.BooleanSupplier;

/** This replica is stopping; another goes on with the job. */
public final class Closing extends RuntimeException {

    private Closing() {
        super("This replica is stopping", null, false, false);
    }

    /** To be asked before each step of a job. */
    public static void unless(BooleanSupplier open) {
        if (!open.getAsBoolean()) {
            throw new Closing();
        }
    }
}
