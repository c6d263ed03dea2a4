package io.agizo.imports;

import io.agizo.imports.ImportReport.State;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down how far an upload has come, always together with what that step wrote. */
@Component
class SaveProgress {

    /** Many times what a step takes; so long an upload waits for another replica when the one working on it dies. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private final ImportStore imports;
    private final FileStore files;
    private final RowStore rows;
    private final ErrorStore errors;
    private final Clock clock;

    SaveProgress(ImportStore imports, FileStore files, RowStore rows, ErrorStore errors, Clock clock) {
        this.imports = imports;
        this.files = files;
        this.rows = rows;
        this.errors = errors;
        this.clock = clock;
    }

    /** Within the running transaction; throws {@link LeaseLost}, and so undoes it, if another replica took over. */
    void save(Job job, Progress progress, List<RowError> refused) {
        errors.add(job.id(), refused);
        imports.save(job, progress, clock.instant().plus(LEASE));
    }

    /** For steps that have to wait. */
    void keepLease(Job job) {
        imports.keepLease(job, clock.instant().plus(LEASE));
    }

    /** Lets any replica take the upload up after a while. */
    void giveUpLease(Job job, Duration pause) {
        imports.giveUpLease(job, clock.instant().plus(pause));
    }

    /** Ends the upload and deletes all of it but its report. */
    @Transactional
    public void finish(Job job, State state, List<RowError> refused) {
        errors.add(job.id(), refused);
        files.delete(List.of(job.id()));
        rows.delete(List.of(job.id()));
        imports.finish(job, state, clock.instant());
    }
}
