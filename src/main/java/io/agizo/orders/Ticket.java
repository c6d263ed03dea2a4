package io.agizo.orders;

import io.agizo.api.Answer;
import io.agizo.api.IdempotencyKey;
import io.agizo.identity.Caller;
import io.agizo.workers.Traces;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A wish waiting at the desk, and the one who waits for its fate. */
final class Ticket {

    private enum Stage {
        WAITING,
        UNDER_WAY,
        /** Its sender waits no longer, so it must not be begun. */
        LEFT
    }

    private final Caller caller;
    private final Wish wish;
    private final @Nullable Keyed keyed;
    private final long arrivedNanos = System.nanoTime();
    private final CompletableFuture<Fate> fate = new CompletableFuture<>();
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
    private Traces.@Nullable Leg leg;

    /** The keyed part says how to answer under an idempotency key; it is null where nobody asked for that. */
    Ticket(Caller caller, Wish wish, @Nullable Keyed keyed) {
        this.caller = caller;
        this.wish = wish;
        this.keyed = keyed;
    }

    /** An idempotency key, and the door that words the answer kept under it. */
    record Keyed(IdempotencyKey key, Function<Placement, Answer> door) {}

    /** What became of the order. */
    sealed interface Fate {

        /** Decided now, and under a key the answer is not kept: nothing was begun, so a repeat may fare better. */
        record Decided(Placement placement) implements Fate {}

        /**
         * Answered under its key: now, as an earlier request was, or by why the key does not do.
         *
         * @param placement what was decided now; null if the key was known before
         */
        record Answered(Answer answer, @Nullable Placement placement) implements Fate {}
    }

    /** A ticket whose fate is decided, to be told once the commit is on disk. */
    record Settled(Ticket ticket, Fate fate) {

        void tell() {
            ticket.fate().complete(fate);
        }
    }

    Caller caller() {
        return caller;
    }

    Wish wish() {
        return wish;
    }

    @Nullable Keyed keyed() {
        return keyed;
    }

    /** Has it followed, before it is handed to the desk. */
    void followAs(Traces.@Nullable Leg of) {
        leg = of;
    }

    /** The part of a trace that it is; null if it is not followed. */
    Traces.@Nullable Leg leg() {
        return leg;
    }

    CompletableFuture<Fate> fate() {
        return fate;
    }

    /** How long ago it came. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - arrivedNanos);
    }

    /** Whether the desk may begin with it, in a transaction that has its connection; not if its sender has left. */
    boolean begin() {
        return stage.compareAndSet(Stage.WAITING, Stage.UNDER_WAY);
    }

    /** Has it wait again, after its transaction was undone. */
    void putBack() {
        stage.compareAndSet(Stage.UNDER_WAY, Stage.WAITING);
    }

    void settle(OrderRefused refused) {
        fate.complete(new Fate.Decided(refused));
    }

    /**
     * Waits for the fate until the ticket is that old. Then its sender leaves: told that nothing was begun, or, if the desk
     * is at it, that nobody knows.
     */
    Fate await(Duration age) {
        try {
            return fate.get(age.minus(age()).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException tooLong) {
            return leave();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return leave();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    private Fate leave() {
        boolean begun = stage.getAndSet(Stage.LEFT) == Stage.UNDER_WAY;
        settle(begun ? new OrderRefused.Unconfirmed() : new OrderRefused.DeskFull());
        return fate.join();
    }
}
