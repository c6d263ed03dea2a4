package io.agizo.live.stream;

import io.agizo.live.Change;
import io.agizo.live.Parcel;
import io.agizo.live.Topic;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One browser that listens, and the virtual thread that writes to it. */
final class LiveStream implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);

    /** A browser that is so far behind is told in one message to fetch everything anew. */
    private static final int MOST_WAITING = LiveHub.KEPT;

    /** Whoever is suspended or signs out hears nothing after so long. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

    /** Proxies close a line on which nothing comes for half a minute or a minute. */
    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(15);

    /** Wakes its thread. */
    private static final Notice NOTHING = new Notice(0, 0, 0, Parcel.many(Set.of()));

    private final LiveHub hub;
    private final Wire wire;
    private final Audience audience;
    private final AsyncContext context;
    private final OutputStream out;
    private final BlockingQueue<Notice> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile boolean lost;
    private volatile boolean ended;
    private volatile boolean dismissed;
    private @Nullable Hearing hearing;
    private long lookedNanos;
    private long wroteNanos = System.nanoTime();

    LiveStream(LiveHub hub, Wire wire, Audience audience, Hearing hearing, AsyncContext context, OutputStream out) {
        this.hub = hub;
        this.wire = wire;
        this.audience = audience;
        this.hearing = hearing;
        this.context = context;
        this.out = out;
        this.lookedNanos = System.nanoTime();
    }

    Audience audience() {
        return audience;
    }

    boolean isOfSame(LiveStream other) {
        return audience.name().equals(other.audience.name());
    }

    void offer(Notice notice) {
        if (!waiting.offer(notice)) {
            lost = true;
        }
    }

    /** Tells the browser not to come back at once, and ends. */
    void dismiss() {
        dismissed = true;
        end();
    }

    /** Its thread sees so at once. */
    void end() {
        ended = true;
        waiting.clear();
        offer(NOTHING);
    }

    @Override
    public void run() {
        try {
            tellUntilTheEnd();
            if (dismissed) {
                write("event: bye\ndata:\n\n");
            }
        } catch (IOException gone) {
            LOG.debug("A listener has gone", gone);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            hub.leave(this);
            complete();
        }
    }

    private void tellUntilTheEnd() throws IOException, InterruptedException {
        while (!ended) {
            Notice notice = waiting.poll(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            if (isOver(lookedNanos, BETWEEN_LOOKS) && !look()) {
                dismiss();
            }
            if (!ended && (notice != null || lost)) {
                tell(notice);
            }
            if (isOver(wroteNanos, BETWEEN_SIGNS)) {
                write(":\n\n");
            }
        }
    }

    private static boolean isOver(long sinceNanos, Duration time) {
        return System.nanoTime() - sinceNanos >= time.toNanos();
    }

    /** While nobody can tell whether they may, they hear nothing, and that they have missed something afterwards. */
    private boolean look() {
        try {
            Optional<Hearing> now = audience.hearing();
            hearing = now.orElse(null);
            lookedNanos = System.nanoTime();
            return now.isPresent();
        } catch (RuntimeException databaseAway) {
            LOG.debug("What a listener may hear is not known", databaseAway);
            hearing = null;
            lost = true;
            return true;
        }
    }

    private void tell(@Nullable Notice notice) throws IOException {
        Hearing may = hearing;
        if (may == null) {
            return;
        }
        if (lost) {
            lost = false;
            waiting.clear();
            again(hub.latestId(), may.topics());
        } else if (notice != null) {
            tell(notice, may);
        }
    }

    private void tell(Notice notice, Hearing may) throws IOException {
        Set<Topic> many = EnumSet.noneOf(Topic.class);
        many.addAll(notice.parcel().many());
        many.retainAll(may.topics());
        if (!many.isEmpty()) {
            again(hub.id(notice.number()), many);
        }
        List<Change> changes =
                notice.parcel().changes().stream().filter(may.which()).toList();
        if (!changes.isEmpty()) {
            write("id: %s\nevent: changes\ndata: %s\n\n".formatted(hub.id(notice.number()), wire.changes(changes)));
        }
    }

    private void again(String id, Set<Topic> topics) throws IOException {
        write("id: %s\nevent: again\ndata: %s\n\n".formatted(id, wire.topics(topics)));
    }

    private void write(String message) throws IOException {
        out.write(message.getBytes(StandardCharsets.UTF_8));
        out.flush();
        wroteNanos = System.nanoTime();
    }

    private void complete() {
        try {
            context.complete();
        } catch (IllegalStateException overAlready) {
            LOG.debug("The line of a listener was closed", overAlready);
        }
    }
}
