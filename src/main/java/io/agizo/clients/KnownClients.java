package io.agizo.clients;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The API clients as they stand in the database, without a query for each request: they are remembered while a look at
 * the database, not older than {@link #GOOD_FOR}, says that none has changed. When no such look succeeds, each request
 * asks the database itself. So what is taken from a client is gone everywhere within that time, whatever fails.
 */
@Component
class KnownClients {

    /** What is promised: a revoked client's next request fails within one second, on every replica. */
    static final Duration GOOD_FOR = Duration.ofSeconds(1);

    /** No revision: the next look remembers anew. */
    private static final long UNKNOWN = -1;

    private final ApiClientStore store;
    private final Clock clock;
    private volatile Memory memory = new Memory(UNKNOWN, Instant.MIN, Map.of());

    KnownClients(ApiClientStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What was read since the revision was, and until when nothing else can have been true for longer than promised. */
    private record Memory(long revision, Instant until, Map<String, ApiClient> clients) {}

    Optional<ApiClient> find(String id, Instant now) {
        Memory present = memory;
        if (!now.isBefore(present.until)) {
            return store.find(id);
        }
        ApiClient known = present.clients.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        // What is read now goes into the memory from before: a change meanwhile has thrown that away.
        Optional<ApiClient> found = store.find(id);
        found.ifPresent(client -> present.clients.put(id, client));
        return found;
    }

    /** Asks the database whether a client has changed, for {@link ClientLookout} to do several times in {@link #GOOD_FOR}. */
    void look() {
        Instant began = clock.instant();
        long revision = store.revision();
        synchronized (this) {
            Map<String, ApiClient> clients = revision == memory.revision ? memory.clients : new ConcurrentHashMap<>();
            memory = new Memory(revision, began.plus(GOOD_FOR), clients);
        }
    }

    /** Forgets what is remembered once the running transaction is committed: a change here holds at the next request. */
    void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                forget();
            }
        });
    }

    private synchronized void forget() {
        memory = new Memory(UNKNOWN, memory.until, new ConcurrentHashMap<>());
    }
}
