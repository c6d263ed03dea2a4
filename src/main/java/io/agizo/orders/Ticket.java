package io.agizo.orders;

import io.agizo.api.Answer;
import io.agizo.api.IdempotencyKey;
import io.agizo.identity.Caller;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A wish waiting at the desk, and the one who waits for its fate.
 *
 * @param keyed how to answer under an idempotency key; null where nobody asked for that
 * @param arrivedNanos when it came, on {@link System#nanoTime()}
 */
record Ticket(Caller caller, Wish wish, @Nullable Keyed keyed, long arrivedNanos, CompletableFuture<Fate> fate) {

    /** An idempotency key, and the door that words the answer kept under it. */
    record Keyed(IdempotencyKey key, Function<Placement, Answer> door) {}

    /** What became of the order. */
    sealed interface Fate {

        /** Decided now, and under a key the answer is not kept: nothing was begun, so a repeat may fare better. */
        record Decided(Placement placement) implements Fate {}

        /** Answered under its key, now or by an earlier request. */
        record Answered(Answer answer) implements Fate {}
    }
}
