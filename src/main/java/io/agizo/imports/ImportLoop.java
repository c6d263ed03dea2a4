package io.agizo.imports;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the worker of this replica busy while there are uploads: one thread, one upload at a time. */
@Component
class ImportLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportLoop.class);

    /** For what another replica left behind; an upload to this one is taken up at once. */
    private static final long SWEEP_SECONDS = 5;

    /** More than a step takes; one that is not over then is done anew by whoever comes next. */
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(15);

    private final ImportWorker worker;
    private final Semaphore arrivals = new Semaphore(0);
    private volatile @Nullable Thread thread;

    ImportLoop(ImportWorker worker) {
        this.worker = worker;
    }

    /** Tells the worker that an upload is queued. */
    void wake() {
        arrivals.release();
    }

    private void run() {
        try {
            while (isRunning()) {
                if (!workOffNext()) {
                    arrivals.tryAcquire(SWEEP_SECONDS, TimeUnit.SECONDS);
                    arrivals.drainPermits();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Outlives errors of the machine as well: nobody starts another thread, and uploads would wait for ever. */
    private boolean workOffNext() {
        try {
            return worker.workOffNext(this::isRunning);
        } catch (RuntimeException | Error failure) {
            LOG.warn("Uploads cannot be worked off for now", failure);
            return false;
        }
    }

    @Override
    public void start() {
        Thread loop = new Thread(this::run, "imports");
        thread = loop;
        loop.start();
    }

    /** Returns once the step under way is over; the rest of its upload is left to whoever comes next. */
    @Override
    public void stop() {
        Thread loop = thread;
        thread = null;
        if (loop != null) {
            wake();
            try {
                loop.join(PATIENCE_AT_STOP);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
