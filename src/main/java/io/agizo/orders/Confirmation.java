package io.agizo.orders;

import io.agizo.orders.Ticket.Settled;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the fates of batches once they are on disk. One flush serves every batch that was committed before it, and the
 * desk places the next batch meanwhile: the disk is never waited for with a stock row locked.
 *
 * <p>Every fate comes through here, that of a refusal or a repeat too: it may rest on an order that another batch, or
 * another replica, has committed and not yet flushed.
 */
final class Confirmation {

    private static final Logger LOG = LoggerFactory.getLogger(Confirmation.class);

    /** As many batches may wait for the disk; with more, the disk is what is slow, and the desk waits with them. */
    private static final int MOST_BATCHES = 16;

    private static final long STOP_NOTICED_MILLIS = 100;

    private final CommitStore commits;
    private final Timer flush;
    private final BlockingQueue<List<Settled>> committed = new ArrayBlockingQueue<>(MOST_BATCHES);

    Confirmation(CommitStore commits, Timer flush) {
        this.commits = commits;
        this.flush = flush;
    }

    /** Has the fates of a committed batch told as soon as they are safe. */
    void of(List<Settled> batch) {
        boolean interrupted = false;
        while (true) {
            try {
                committed.put(batch);
                break;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Confirms batch after batch while the source of them lives, and what is left then. */
    void confirmWhile(Thread source) {
        List<List<Settled>> batches = new ArrayList<>(MOST_BATCHES);
        while (source.isAlive() || !committed.isEmpty()) {
            List<Settled> first = next();
            if (first != null) {
                batches.add(first);
                committed.drainTo(batches);
                confirm(batches);
                batches.clear();
            }
        }
    }

    private @Nullable List<Settled> next() {
        try {
            return committed.poll(STOP_NOTICED_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException ignored) {
            return null;
        }
    }

    private void confirm(List<List<Settled>> batches) {
        try {
            flush.record(commits::flush);
            batches.forEach(batch -> batch.forEach(Settled::tell));
        } catch (RuntimeException lost) {
            LOG.warn("{} batches of orders could not be confirmed", batches.size(), lost);
            batches.forEach(batch -> batch.forEach(settled -> settled.ticket().settle(new OrderRefused.Unconfirmed())));
        }
    }
}
