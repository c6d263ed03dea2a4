package io.agizo.clients;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Remembers when each API client was last here, and writes it once a minute for all of them together. */
@Component
class ClientUse {

    private final Map<String, Instant> lastUse = new ConcurrentHashMap<>();
    private final ApiClientStore store;
    private final Clock clock;

    ClientUse(ApiClientStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Marks a client that exists, so there are never more marks than clients. */
    void mark(String client) {
        lastUse.put(client, clock.instant());
    }

    /** What is lost when the database is away, the next use of the client tells again. */
    @Scheduled(fixedDelayString = "PT1M")
    void write() {
        Map<String, Instant> taken = new TreeMap<>();
        for (Iterator<Map.Entry<String, Instant>> each = lastUse.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<String, Instant> use = each.next();
            taken.put(use.getKey(), use.getValue());
            each.remove();
        }
        if (!taken.isEmpty()) {
            store.used(taken);
        }
    }
}
