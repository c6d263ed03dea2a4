package io.agizo.live;

import java.util.List;
import java.util.Set;

/**
 * Changes that travel together.
 *
 * @param many the topics of which too much changed to say what, or of which something may have been missed
 */
public record Parcel(Set<Topic> many, List<Change> changes) {

    public Parcel {
        many = Set.copyOf(many);
        changes = List.copyOf(changes);
    }

    public static Parcel many(Set<Topic> topics) {
        return new Parcel(topics, List.of());
    }

    public boolean isAbout(Topic topic) {
        return many.contains(topic) || changes.stream().anyMatch(change -> change.topic() == topic);
    }

    public boolean hasNothing() {
        return many.isEmpty() && changes.isEmpty();
    }
}
