package io.agizo.live.stream;

import io.agizo.live.Change;
import io.agizo.live.Parcel;
import io.agizo.live.Topic;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How a parcel is written for the other replicas, and for browsers. */
@Component
final class Wire {

    /** PostgreSQL takes less than 8,000 bytes; each of so many takes 180 with the longest SKU. */
    private static final int MOST_IN_ONE = 40;

    private final JsonMapper json;

    Wire(JsonMapper json) {
        this.json = json;
    }

    /** What a browser is told of one change; its topic is the name of the list that it is in. */
    private record Told(
            String subject, String what, @Nullable String status) {}

    List<String> notifications(Parcel parcel) {
        List<String> written = new ArrayList<>();
        List<Change> changes = parcel.changes();
        if (!parcel.many().isEmpty()) {
            written.add(json.writeValueAsString(Parcel.many(parcel.many())));
        }
        for (int from = 0; from < changes.size(); from += MOST_IN_ONE) {
            int to = Math.min(from + MOST_IN_ONE, changes.size());
            written.add(json.writeValueAsString(new Parcel(Set.of(), changes.subList(from, to))));
        }
        return written;
    }

    /** What another release of the shop wrote and this one cannot read may be about anything. */
    Parcel parcel(String notification) {
        try {
            return json.readValue(notification, Parcel.class);
        } catch (JacksonException unknown) {
            return Parcel.many(EnumSet.allOf(Topic.class));
        }
    }

    String changes(List<Change> changes) {
        Map<String, List<Told>> byTopic = new LinkedHashMap<>();
        for (Change change : changes) {
            byTopic.computeIfAbsent(change.topic().word(), topic -> new ArrayList<>())
                    .add(new Told(change.subject(), change.what(), change.status()));
        }
        return json.writeValueAsString(byTopic);
    }

    String topics(Set<Topic> topics) {
        return json.writeValueAsString(topics.stream().sorted().map(Topic::word).toList());
    }
}
