package io.agizo.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The one way to make pages live: a use case announces what it changes, and every open page that shows it hears of it once
 * that is committed. To announce costs the transaction nothing, neither a statement nor a lock.
 */
@Component
public class Live {

    private final Outbox outbox;

    Live(Outbox outbox) {
        this.outbox = outbox;
    }

    public void announce(Topic topic, String subject, String what, @Nullable String status) {
        announce(List.of(new Change(topic, subject, what, status)));
    }

    /** The same where nobody knows which ones they are, and right away. */
    public void announceMany(Topic topic) {
        outbox.addMany(Set.of(topic));
    }

    /** Told once the running transaction is committed, or now if none is running; never if it is rolled back. */
    public void announce(Collection<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            outbox.add(changes);
            return;
        }
        ofTransaction().addAll(changes);
    }

    private List<Change> ofTransaction() {
        for (TransactionSynchronization other : TransactionSynchronizationManager.getSynchronizations()) {
            if (other instanceof AfterCommit ours && ours.outbox == outbox) {
                return ours.changes;
            }
        }
        AfterCommit ours = new AfterCommit(outbox, new ArrayList<>());
        TransactionSynchronizationManager.registerSynchronization(ours);
        return ours.changes;
    }

    private record AfterCommit(Outbox outbox, List<Change> changes) implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            outbox.add(changes);
        }
    }
}
