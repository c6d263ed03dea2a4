package io.agizo.live.stream;

import io.agizo.live.stream.LiveHub.Whereabouts;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Opens streams of server-sent events, the same for whichever page; no thread of the server is held by one. */
@Component
public class LiveStreams {

    /** A page that is older has been in the background, and fetches everything anew. */
    private static final Duration OLDEST_PAGE = Duration.ofHours(1);

    /** Long enough for a browser not to knock in vain all the time. */
    private static final String RETRY_SECONDS = "30";

    private final LiveHub hub;
    private final Wire wire;

    LiveStreams(LiveHub hub, Wire wire) {
        this.hub = hub;
        this.wire = wire;
    }

    /**
     * Answers with a stream that lasts until its listener goes or may not listen any more. Whoever may hear nothing gets an
     * empty answer, upon which browsers do not come back.
     *
     * @param lastId of the last message that the listener has heard, if any
     * @param ageMillis how long ago the page was asked for that listens
     */
    public void open(
            Audience audience,
            @Nullable String lastId,
            long ageMillis,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Hearing> hearing = audience.hearing();
        if (hearing.isEmpty()) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        Duration age = Duration.ofMillis(Math.clamp(ageMillis, 0, OLDEST_PAGE.toMillis()));
        begin(response);
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        LiveStream stream = new LiveStream(hub, wire, audience, hearing.get(), context, response.getOutputStream());
        context.addListener(new Leaving(stream));
        Optional<String> id = hub.join(stream, new Whereabouts(lastId, age));
        if (id.isEmpty()) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            context.complete();
            return;
        }
        try {
            hello(id.get(), response);
        } catch (IOException gone) {
            hub.leave(stream);
            context.complete();
            return;
        }
        Thread.ofVirtual().name("live-stream").start(stream);
    }

    private static void begin(HttpServletResponse response) {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // A proxy that gathers what it hands on would keep messages back.
        response.setHeader("X-Accel-Buffering", "no");
    }

    /** Sent by the server's own thread, so that it is done with the head of the answer before another one writes. */
    private static void hello(String id, HttpServletResponse response) throws IOException {
        String message = "id: %s\nevent: hello\ndata:\n\n".formatted(id);
        response.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }

    /** Ends the stream of a browser that has gone, as soon as the server sees so. */
    private final class Leaving implements AsyncListener {

        private final LiveStream stream;

        Leaving(LiveStream stream) {
            this.stream = stream;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            hub.leave(stream);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            hub.leave(stream);
        }

        @Override
        public void onError(AsyncEvent event) {
            hub.leave(stream);
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // Nobody starts it anew.
        }
    }
}
