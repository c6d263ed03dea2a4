package io.agizo.live.stream;

import io.agizo.live.Change;
import io.agizo.live.Topic;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a listener may hear.
 *
 * @param topics of which they are told when much has changed
 * @param which changes they are told one by one
 */
public record Hearing(Set<Topic> topics, Predicate<Change> which) {

    public static Hearing of(Set<Topic> topics) {
        return new Hearing(topics, change -> topics.contains(change.topic()));
    }
}
