package io.agizo.clients;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Keeps what this replica knows of API clients true: one thread that looks at the database several times a second. */
@Component
class ClientLookout implements SmartLifecycle {

    /** Three looks may fail or be slow before requests have to ask for themselves; each costs a tenth of a millisecond. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

    private final KnownClients clients;
    private volatile @Nullable Thread thread;

    ClientLookout(KnownClients clients) {
        this.clients = clients;
    }

    private synchronized void run() {
        try {
            while (isRunning()) {
                look();
                wait(BETWEEN_LOOKS.toMillis());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            clients.look();
        } catch (DataAccessException databaseAway) {
            // Requests ask for themselves from here on, and tell whoever waits for them what is the matter.
        }
    }

    @Override
    public void start() {
        Thread loop = new Thread(this::run, "client-lookout");
        thread = loop;
        loop.start();
    }

    @Override
    public void stop() {
        Thread loop = thread;
        thread = null;
        if (loop != null) {
            loop.interrupt();
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
