package io.agizo.workers;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Follows one piece of work from thread to thread, through the queues between them. Only what is sampled is followed, and
 * nothing is while no traces are sent anywhere.
 */
@Component
public class Traces {

    private final Tracer tracer;

    public Traces(Tracer tracer) {
        this.tracer = tracer;
    }

    /** A part of the way, which has to be ended. */
    public record Leg(Span span) {

        /** By which another thread, or another replica, goes on from here: version 00 of W3C's trace context, sampled. */
        public String traceparent() {
            return "00-" + span.context().traceId() + "-" + span.context().spanId() + "-01";
        }

        public void end(String outcome) {
            span.tag("outcome", outcome);
            span.end();
        }
    }

    /** Begins a leg of what this thread is at; null if that is not followed. */
    public @Nullable Leg begin(String name) {
        TraceContext here = tracer.currentTraceContext().context();
        return here != null && Boolean.TRUE.equals(here.sampled()) ? leg(name, here) : null;
    }

    /** Begins a leg that goes on from another; null if there is none. */
    public @Nullable Leg goOn(String name, @Nullable String traceparent) {
        if (traceparent == null) {
            return null;
        }
        String[] parts = traceparent.split("-", 4);
        return leg(
                name,
                tracer.traceContextBuilder()
                        .traceId(parts[1])
                        .spanId(parts[2])
                        .sampled(true)
                        .build());
    }

    private Leg leg(String name, TraceContext parent) {
        return new Leg(tracer.spanBuilder().name(name).setParent(parent).start());
    }
}
