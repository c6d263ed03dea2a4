package io.agizo.imports;

import io.agizo.identity.Caller;
import io.agizo.workers.Closing;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * An upload that this replica works on for as long as it holds the lease.
 *
 * @param lease tells this holder of the lease from any other
 * @param caller who sent it, with no permission but those that it needs
 * @param open whether this replica goes on working
 * @param attempts how often it was taken up since it last came further
 */
record Job(
        ImportId id, UUID lease, Upload upload, Caller caller, int attempts, Progress progress, BooleanSupplier open) {

    /** To be asked before each step. */
    void checkOpen() {
        Closing.unless(open);
    }

    /** For the log, which must not tell who sent it. */
    @Override
    public String toString() {
        return "Upload " + id;
    }
}
