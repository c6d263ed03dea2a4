package io.agizo.imports;

import io.agizo.imports.TellRefused.Refusal;
import io.agizo.orders.OrderDesk;
import io.agizo.orders.OrderRefused;
import io.agizo.orders.OrderRefused.DeskFull;
import io.agizo.orders.OrderRefused.Unconfirmed;
import io.agizo.orders.Placement;
import io.agizo.orders.Placement.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Hands orders in at the desk, so many at a time that it is never idle and shoppers still come in between. */
@Component
class HandInOrders {

    /** Two of the desk's batches: one waits while the other is placed. */
    private static final int MOST_UNDER_WAY = 512;

    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final OrderDesk desk;
    private final SaveProgress progress;

    HandInOrders(OrderDesk desk, SaveProgress progress) {
        this.desk = desk;
        this.progress = progress;
    }

    /**
     * Returns once each order is placed or refused, with the refused. A full desk and an outcome that is not
     * known are nobody's fault and tried again: the reference keeps an order from being placed twice.
     */
    List<Refusal> all(Job job, List<OrderDraft> drafts) {
        List<Refusal> refusals = new ArrayList<>();
        List<OrderDraft> open = once(job, drafts, refusals);
        for (long pause = FIRST_PAUSE_MILLIS; !open.isEmpty(); pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            progress.keepLease(job);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
            job.checkOpen();
            open = once(job, open, refusals);
        }
        return refusals;
    }

    /** Hands each in once and returns those to hand in again. */
    private List<OrderDraft> once(Job job, List<OrderDraft> drafts, List<Refusal> refusals) {
        Semaphore room = new Semaphore(MOST_UNDER_WAY);
        List<CompletableFuture<Placement>> placements = new ArrayList<>(drafts.size());
        for (OrderDraft draft : drafts) {
            room.acquireUninterruptibly();
            placements.add(
                    desk.submit(job.caller(), draft.command()).whenComplete((placement, failure) -> room.release()));
        }
        List<OrderDraft> again = new ArrayList<>();
        for (int i = 0; i < placements.size(); i++) {
            switch (placements.get(i).join()) {
                case Placed placed -> {}
                case DeskFull full -> again.add(drafts.get(i));
                case Unconfirmed lost -> again.add(drafts.get(i));
                case OrderRefused refused -> refusals.add(new Refusal(drafts.get(i), refused));
            }
        }
        return again;
    }
}
