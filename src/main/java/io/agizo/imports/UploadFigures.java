package io.agizo.imports;

import io.agizo.imports.ImportReport.State;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts uploads that came to an end, and what became of their rows. */
@Component
class UploadFigures {

    private final MeterProvider<Counter> uploads;
    private final MeterProvider<Counter> rows;

    UploadFigures(MeterRegistry registry) {
        this.uploads = Counter.builder("agizo.uploads")
                .description("Uploads that came to an end")
                .withRegistry(registry);
        this.rows = Counter.builder("agizo.uploads.rows")
                .description("Rows of uploads that came to an end")
                .withRegistry(registry);
        for (ImportKind kind : ImportKind.values()) {
            count(kind, State.DONE, 0, new Rows(0, 0));
            count(kind, State.FAILED, 0, new Rows(0, 0));
        }
    }

    /** What became of the rows of an upload. */
    record Rows(int accepted, int rejected) {}

    void ended(ImportKind kind, State state, Rows counted) {
        count(kind, state, 1, counted);
    }

    private void count(ImportKind kind, State state, int ended, Rows counted) {
        uploads.withTags("kind", kind.word(), "result", state.word()).increment(ended);
        rows.withTags("kind", kind.word(), "result", "accepted").increment(counted.accepted());
        rows.withTags("kind", kind.word(), "result", "rejected").increment(counted.rejected());
    }
}
