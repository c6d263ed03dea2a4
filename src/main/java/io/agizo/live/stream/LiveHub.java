package io.agizo.live.stream;

import io.agizo.live.Parcel;
import io.agizo.live.Topic;
import io.agizo.shared.Ids;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hands what this replica hears to its open streams, and keeps the latest for those whose line was broken. Whoever comes back
 * to another replica, or too late, is told to fetch everything anew: nothing is ever left out in silence.
 */
@Component
class LiveHub implements SmartLifecycle, MeterBinder {

    /** At ten a second, which is the most there are, a line may be broken for almost a minute. */
    static final int KEPT = 500;

    /** Each is a connection and a thread that waits; a shop has fewer people at work, and its shoppers share the rest. */
    private static final int MOST_STREAMS = 1_000;

    /** The rest is left for people at work, however many strangers follow their orders. */
    private static final int MOST_OF_STRANGERS = 800;

    /** Behind one address of a mobile network many follow their orders at once; nobody holds all streams from one. */
    private static final int MOST_OF_NETWORK = 200;

    /** A person at work has a browser or two. A line that broke unnoticed may stand for some minutes. */
    private static final int MOST_OF_ONE = 8;

    /** All that a listener may have missed. */
    private static final Parcel EVERYTHING = Parcel.many(EnumSet.allOf(Topic.class));

    /** The number in an id from which nothing can be made up for. */
    private static final long BEFORE_EVERYTHING = -1;

    private final String replica = Ids.next().toString();
    private final Deque<Notice> kept = new ArrayDeque<>();
    private final Set<LiveStream> streams = new LinkedHashSet<>();
    private long number;
    private long completeSinceNanos = System.nanoTime();
    private boolean open;

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("agizo.streams.open", this, LiveHub::openStreams)
                .description("Pages that listen to what changes")
                .register(registry);
    }

    private synchronized int openStreams() {
        return streams.size();
    }

    /** The connection was broken, so nobody knows what was called out meanwhile. */
    void missedSome() {
        publish(EVERYTHING);
    }

    synchronized void publish(Parcel parcel) {
        Notice notice = new Notice(number + 1, number, System.nanoTime(), parcel);
        number = notice.number();
        kept.addLast(notice);
        if (kept.size() > KEPT) {
            completeSinceNanos = kept.removeFirst().arrivedNanos();
        }
        streams.forEach(stream -> stream.offer(notice));
    }

    /**
     * Adds a stream, and gives it what it missed. Of too many streams of one listener the oldest ends: it is the likeliest to
     * have been left.
     *
     * @return the id after which it is told of everything; nothing if there is no room, or the shop is closing
     */
    synchronized Optional<String> join(LiveStream stream, Whereabouts since) {
        if (!open || streams.size() >= MOST_STREAMS || isOneStrangerTooMany(stream)) {
            return Optional.empty();
        }
        List<LiveStream> ofOne =
                streams.stream().filter(other -> other.isOfSame(stream)).toList();
        if (ofOne.size() >= MOST_OF_ONE) {
            streams.remove(ofOne.getFirst());
            ofOne.getFirst().dismiss();
        }
        List<Notice> missed = missedBy(since);
        missed.forEach(stream::offer);
        streams.add(stream);
        return Optional.of(id(missed.isEmpty() ? number : missed.getFirst().follows()));
    }

    private boolean isOneStrangerTooMany(LiveStream stream) {
        if (stream.network().isEmpty()) {
            return false;
        }
        List<Optional<String>> strangers = streams.stream()
                .map(LiveStream::network)
                .filter(Optional::isPresent)
                .toList();
        return strangers.size() >= MOST_OF_STRANGERS
                || Collections.frequency(strangers, stream.network()) >= MOST_OF_NETWORK;
    }

    synchronized void leave(LiveStream stream) {
        streams.remove(stream);
        stream.end();
    }

    private List<Notice> missedBy(Whereabouts since) {
        if (since.lastId() != null) {
            return number(since.lastId())
                    .map(last -> kept.stream()
                            .filter(notice -> notice.number() > last)
                            .toList())
                    .orElseGet(() -> List.of(all()));
        }
        long from = System.nanoTime() - since.age().toNanos();
        if (from - completeSinceNanos < 0) {
            return List.of(all());
        }
        return kept.stream().filter(notice -> notice.arrivedNanos() - from >= 0).toList();
    }

    /** The number in an id of this replica from which on everything is kept. */
    private Optional<Long> number(String id) {
        if (!id.startsWith(replica + ".")) {
            return Optional.empty();
        }
        try {
            long last = Long.parseLong(id.substring(replica.length() + 1));
            boolean whole = last <= number && last >= number - kept.size();
            return whole ? Optional.of(last) : Optional.empty();
        } catch (NumberFormatException nonsense) {
            return Optional.empty();
        }
    }

    private Notice all() {
        return new Notice(number, BEFORE_EVERYTHING, System.nanoTime(), EVERYTHING);
    }

    /** By which a browser that comes back says what it has heard. */
    String id(long heard) {
        return replica + "." + heard;
    }

    synchronized String latestId() {
        return id(number);
    }

    /**
     * Where a listener was.
     *
     * @param lastId of the last message that it heard
     * @param age how long ago the page that it shows was asked for, if it has heard nothing yet
     */
    record Whereabouts(@Nullable String lastId, Duration age) {}

    @Override
    public synchronized void start() {
        open = true;
    }

    /** Ends all streams before the server waits for its last requests, which they would keep waiting. */
    @Override
    public synchronized void stop() {
        open = false;
        List.copyOf(streams).forEach(this::leave);
    }

    @Override
    public synchronized boolean isRunning() {
        return open;
    }
}
