package io.agizo.imports;

import io.agizo.imports.ImportReport.State;
import io.agizo.imports.UploadFigures.Rows;
import io.agizo.workers.LeaseLost;
import io.agizo.workers.LeasedJobs;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes down how far an upload has come, always together with what that step wrote. */
@Component
class SaveProgress {

    private final ImportStore imports;
    private final FileStore files;
    private final RowStore rows;
    private final ErrorStore errors;
    private final UploadFigures figures;
    private final Clock clock;

    SaveProgress(
            ImportStore imports,
            FileStore files,
            RowStore rows,
            ErrorStore errors,
            UploadFigures figures,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.rows = rows;
        this.errors = errors;
        this.figures = figures;
        this.clock = clock;
    }

    /** Within the running transaction; throws {@link LeaseLost}, and so undoes it, if another replica took over. */
    void save(Job job, Progress progress, List<RowError> refused) {
        errors.add(job.id(), refused);
        imports.save(job, progress, clock.instant().plus(LeasedJobs.LEASE));
    }

    /** For steps that have to wait. */
    void keepLease(Job job) {
        imports.keepLease(job, clock.instant().plus(LeasedJobs.LEASE));
    }

    /** Lets any replica take the upload up from some time on. */
    void giveUpLease(Job job, Instant from) {
        imports.giveUpLease(job, from);
    }

    /** Ends the upload and deletes all of it but its report. */
    @Transactional
    public void finish(Job job, State state, List<RowError> refused) {
        errors.add(job.id(), refused);
        files.delete(List.of(job.id()));
        rows.delete(List.of(job.id()));
        Rows counted = imports.finish(job, state, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                figures.ended(job.upload().kind(), state, counted);
            }
        });
    }
}
