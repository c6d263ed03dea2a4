package io.agizo.imports;

import io.agizo.workers.Doorbell;
import io.agizo.workers.Worker;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Keeps the worker of this replica busy while there are uploads: one thread, one upload at a time. */
@Component
class ImportLoop extends Worker {

    /** For what another replica left behind; an upload to this one is taken up at once. */
    private static final Duration SWEEP = Duration.ofSeconds(5);

    private final ImportWorker worker;

    ImportLoop(ImportWorker worker) {
        super("imports", new Doorbell(), SWEEP);
        this.worker = worker;
    }

    /** Tells the worker that an upload is queued. */
    void wake() {
        doorbell().ring();
    }

    /** Once stopped, leaves the rest of an upload to whoever comes next. */
    @Override
    protected boolean work() {
        return worker.workOffNext(this::isRunning);
    }
}
