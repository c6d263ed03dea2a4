package io.agizo.orders;

import io.agizo.identity.Permission;
import io.agizo.workers.Closing;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A step to be taken with many orders, on which this replica works for as long as it holds the lease.
 *
 * @param lease tells this holder of the lease from any other
 * @param callerId who asked for it
 * @param granted what they held then
 * @param attempts how often it was taken up since it last came further
 * @param reached up to where each order went or was refused
 * @param refused how many were
 * @param open whether this replica goes on working
 */
record ManyOrdersJob(
        ManyOrdersId id,
        UUID lease,
        OrderAction action,
        @Nullable String reason,
        String callerId,
        Set<Permission> granted,
        int attempts,
        int reached,
        int refused,
        BooleanSupplier open) {

    ManyOrdersJob after(int nowReached, int nowRefused) {
        return new ManyOrdersJob(id, lease, action, reason, callerId, granted, 0, nowReached, nowRefused, open);
    }

    /** To be asked before each step. */
    void checkOpen() {
        Closing.unless(open);
    }

    /** For the log, which must not tell why orders were turned down. */
    @Override
    public String toString() {
        return "Job " + id + " over many orders";
    }
}
