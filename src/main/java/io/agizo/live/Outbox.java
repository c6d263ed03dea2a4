package io.agizo.live;

import io.agizo.workers.Doorbell;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What was committed here and is not yet told to the replicas; the same change twice is one. */
@Component
public class Outbox {

    /** More in a tenth of a second no page shows one by one, and nobody could follow. */
    static final int MOST = 200;

    private final Doorbell doorbell = new Doorbell();
    private final Set<Change> changes = new LinkedHashSet<>();
    private final Set<Topic> many = EnumSet.noneOf(Topic.class);

    void add(Collection<Change> committed) {
        synchronized (changes) {
            for (Change change : committed) {
                if (!many.contains(change.topic()) && changes.add(change) && changes.size() > MOST) {
                    shorten(Set.of(change.topic()));
                }
            }
        }
        doorbell.ring();
    }

    /** Says of the topics no more than that much has changed. */
    public void addMany(Set<Topic> topics) {
        synchronized (changes) {
            shorten(topics);
        }
        doorbell.ring();
    }

    private void shorten(Set<Topic> topics) {
        many.addAll(topics);
        changes.removeIf(change -> many.contains(change.topic()));
    }

    /** All there is, and from then on there is nothing. */
    public Parcel take() {
        synchronized (changes) {
            Parcel parcel = new Parcel(many, List.copyOf(changes));
            changes.clear();
            many.clear();
            return parcel;
        }
    }

    /** Rings whenever there is something to take. */
    public Doorbell doorbell() {
        return doorbell;
    }
}
