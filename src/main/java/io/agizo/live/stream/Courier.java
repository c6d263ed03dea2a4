package io.agizo.live.stream;

import io.agizo.live.Change;
import io.agizo.live.Outbox;
import io.agizo.live.Parcel;
import io.agizo.live.SubjectNames;
import io.agizo.live.Topic;
import io.agizo.workers.Worker;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells all replicas what was committed on this one: at once where it was quiet, ten times a second where it is not. */
@Component
final class Courier extends Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    /** Nobody sees the difference, and a busy shop calls out ten times a second instead of a thousand times. */
    private static final Duration GATHER = Duration.ofMillis(100);

    /** Pages fetch anew all that they show when much has changed, so they are told so more seldom. */
    private static final Duration AFTER_MANY = Duration.ofSeconds(1);

    private static final Duration REST = Duration.ofMinutes(1);

    /** The replica that died before this one started may not have told its last changes. */
    private static final Set<Topic> ALL = EnumSet.allOf(Topic.class);

    private final Outbox outbox;
    private final List<SubjectNames> namings;
    private final Wire wire;
    private final NotifyStore store;

    Courier(Outbox outbox, List<SubjectNames> namings, Wire wire, NotifyStore store) {
        super("live-courier", outbox.doorbell(), REST);
        this.outbox = outbox;
        this.namings = namings;
        this.wire = wire;
        this.store = store;
    }

    @Override
    protected boolean work() throws InterruptedException {
        Parcel parcel = outbox.take();
        if (parcel.hasNothing()) {
            return false;
        }
        pause(send(parcel) && parcel.many().isEmpty() ? GATHER : AFTER_MANY);
        return true;
    }

    /** What cannot be told now is told in short once it can. */
    private boolean send(Parcel parcel) {
        try {
            store.send(wire.notifications(new Parcel(parcel.many(), named(parcel.changes()))));
            return true;
        } catch (RuntimeException databaseAway) {
            LOG.info("Pages are told later of what has changed: {}", databaseAway.toString());
            outbox.addMany(topics(parcel));
            return false;
        }
    }

    private static Set<Topic> topics(Parcel parcel) {
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        topics.addAll(parcel.many());
        parcel.changes().forEach(change -> topics.add(change.topic()));
        return topics;
    }

    private List<Change> named(List<Change> changes) {
        Set<Change> named = new LinkedHashSet<>(changes);
        for (SubjectNames naming : namings) {
            Set<String> subjects = named.stream()
                    .filter(change -> change.topic() == naming.topic())
                    .map(Change::subject)
                    .collect(Collectors.toSet());
            if (!subjects.isEmpty()) {
                Map<String, String> names = naming.names(subjects);
                named = named.stream()
                        .map(change -> change.topic() == naming.topic() ? named(change, names) : change)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
            }
        }
        return List.copyOf(named);
    }

    private static Change named(Change change, Map<String, String> names) {
        String name = names.getOrDefault(change.subject(), change.subject());
        return new Change(change.topic(), name, change.what(), change.status());
    }

    @Override
    public void start() {
        outbox.addMany(ALL);
        super.start();
    }

    /** After the doors have closed, so that what the last requests changed is told as well. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void stop() {
        super.stop();
        Parcel last = outbox.take();
        if (!last.hasNothing()) {
            send(last);
        }
    }
}
