package io.agizo.workers;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** One thread that works as long as there is work, rests, and goes on when its rest is over or its doorbell rings. */
public abstract class Worker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /** A piece of work is mostly over sooner; the work of one that is not goes on as after a crash. */
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(15);

    private final String name;
    private final Doorbell doorbell;
    private final Duration rest;
    private volatile CountDownLatch closing = new CountDownLatch(0);
    private volatile @Nullable Thread thread;

    /** @param rest how long it waits for a ring when there is no work, and after a failure */
    protected Worker(String name, Doorbell doorbell, Duration rest) {
        this.name = name;
        this.doorbell = doorbell;
        this.rest = rest;
    }

    /** Does a piece of the work, and tells whether there may be more at this moment. */
    protected abstract boolean work() throws InterruptedException;

    /** Ends a wait of the work for something else than the bell; called when the worker is to stop. */
    protected void hurry() {}

    protected final Doorbell doorbell() {
        return doorbell;
    }

    /** Waits for so long, however often the bell rings, or until the worker is stopped. */
    protected final void pause(Duration pause) throws InterruptedException {
        closing.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void run() {
        try {
            while (thread == Thread.currentThread()) {
                if (!outlive()) {
                    doorbell.await(rest);
                }
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Outlives errors of the machine as well: nobody starts another thread, and the work would wait for ever. */
    private boolean outlive() throws InterruptedException {
        try {
            return work();
        } catch (RuntimeException | Error failure) {
            LOG.warn("The worker {} fails, and tries again in {}", name, rest, failure);
            pause(rest);
            return true;
        }
    }

    @Override
    public void start() {
        closing = new CountDownLatch(1);
        Thread started = new Thread(this::run, name);
        // A shop that could not start is not kept alive by it.
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    /** Returns once the piece of work under way is over. */
    @Override
    public void stop() {
        Thread stopped = thread;
        thread = null;
        if (stopped == null) {
            return;
        }
        closing.countDown();
        doorbell.ring();
        hurry();
        try {
            stopped.join(PATIENCE_AT_STOP);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
