package io.agizo.platform.connections;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Lets a replica go without losing a request. Readiness has said no since the shop was told to stop, so that proxies send
 * nothing new; for a while it serves on, closing each connection after its answer. Then the door closes, and only
 * what came in before is answered.
 */
@Component
final class Drain implements SmartLifecycle {

    /** A proxy that looks each second and believes the second no has long stopped sending. */
    private static final int USUAL_SECONDS = 5;

    /** After the door closed: what has come in is read within milliseconds, and then counts as a request under way. */
    private static final Duration LAST_LOOK = Duration.ofSeconds(1);

    private final List<WatchedProtocol> doors = new CopyOnWriteArrayList<>();
    private final Duration time;
    private volatile boolean open;
    private volatile boolean underWay;

    /** @param seconds if it is not set: none where the database is embedded, since there is no other replica to send to */
    Drain(@Value("${agizo.drain-seconds:#{null}}") @Nullable Integer seconds, Environment environment) {
        int usual = environment.containsProperty("spring.datasource.url") ? USUAL_SECONDS : 0;
        this.time = Duration.ofSeconds(seconds == null ? usual : seconds);
    }

    void closesAtLast(WatchedProtocol door) {
        doors.add(door);
    }

    /** Whether a client had better connect anew for its next request, and thereby to another replica. */
    boolean isUnderWay() {
        return underWay;
    }

    @Override
    public void start() {
        open = true;
    }

    @Override
    public void stop() {
        open = false;
        if (time.isZero()) {
            return;
        }
        underWay = true;
        try {
            Thread.sleep(time);
            doors.forEach(WatchedProtocol::closeDoor);
            Thread.sleep(LAST_LOOK);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    /** After streams and workers, which go on at another replica at once, and before the server and the desk. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
