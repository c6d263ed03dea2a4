package io.agizo.live.stream;

import io.agizo.live.HearsChanges;
import io.agizo.live.Parcel;
import io.agizo.workers.Doorbell;
import io.agizo.workers.Worker;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Hears what the replicas call out, this one included, and hands it to those who listen here. */
@Component
final class LiveListener extends Worker {

    private static final Logger LOG = LoggerFactory.getLogger(LiveListener.class);

    /** So often a quiet connection is asked whether it still is one. */
    private static final Duration QUIET = Duration.ofSeconds(30);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final ListenStore store;
    private final Wire wire;
    private final LiveHub hub;
    private final List<HearsChanges> here;

    LiveListener(ListenStore store, Wire wire, LiveHub hub, List<HearsChanges> here) {
        super("live-listener", new Doorbell(), BETWEEN_TRIES);
        this.store = store;
        this.wire = wire;
        this.hub = hub;
        this.here = here;
    }

    @Override
    protected boolean work() throws InterruptedException {
        try {
            if (!store.isListening()) {
                store.listen();
                hub.missedSome();
                here.forEach(HearsChanges::heard);
            }
            if (!isRunning()) {
                store.close();
                return false;
            }
            store.await(QUIET).forEach(heard -> publish(wire.parcel(heard)));
        } catch (SQLException | DataAccessException broken) {
            store.close();
            if (isRunning()) {
                LOG.info("Changes are not heard for now, for the database is away: {}", broken.toString());
                pause(BETWEEN_TRIES);
            }
        }
        return true;
    }

    private void publish(Parcel parcel) {
        hub.publish(parcel);
        here.stream().filter(one -> parcel.isAbout(one.topic())).forEach(HearsChanges::heard);
    }

    @Override
    protected void hurry() {
        store.close();
    }
}
