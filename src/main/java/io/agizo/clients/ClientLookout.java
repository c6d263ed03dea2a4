package io.agizo.clients;

import io.agizo.workers.Doorbell;
import io.agizo.workers.Worker;
import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Keeps what this replica knows of API clients true: looks at the database several times a second. */
@Component
class ClientLookout extends Worker {

    /** Three looks may fail or be slow before requests have to ask for themselves; each costs a tenth of a millisecond. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final KnownClients clients;

    ClientLookout(KnownClients clients) {
        super("client-lookout", new Doorbell(), BETWEEN_LOOKS);
        this.clients = clients;
    }

    @Override
    protected boolean work() {
        try {
            clients.look();
        } catch (DataAccessException databaseAway) {
            // Requests ask for themselves from here on, and tell whoever waits for them what is the matter.
        }
        return false;
    }
}
