package io.agizo.workers;

/** Another replica has taken the job over; whatever was being done to it must be undone. */
public final class LeaseLost extends RuntimeException {

    /** @param job what it is, for the log */
    public LeaseLost(String job) {
        super(job + " was taken over by another replica", null, false, false);
    }
}
