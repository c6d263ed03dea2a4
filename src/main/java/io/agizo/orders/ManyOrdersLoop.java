package io.agizo.orders;

import io.agizo.workers.Doorbell;
import io.agizo.workers.Worker;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Keeps the worker of this replica busy while there are jobs over many orders: one thread, one job at a time. */
@Component
class ManyOrdersLoop extends Worker {

    /** For what another replica left behind; a job that is asked of this one is taken up at once. */
    private static final Duration SWEEP = Duration.ofSeconds(5);

    private final ManyOrdersWorker worker;

    ManyOrdersLoop(ManyOrdersWorker worker) {
        super("many-orders", new Doorbell(), SWEEP);
        this.worker = worker;
    }

    /** Tells the worker, once the running transaction is committed, that a job is queued. */
    void wake() {
        doorbell().ringAfterCommit();
    }

    /** Once stopped, leaves the rest of a job to whoever comes next. */
    @Override
    protected boolean work() {
        return worker.workOffNext(this::isRunning);
    }
}
