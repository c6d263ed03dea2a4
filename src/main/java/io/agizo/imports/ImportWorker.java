package io.agizo.imports;

import io.agizo.imports.ImportReport.State;
import io.agizo.workers.LeasedJobs;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Works off one upload after the other, and goes on with those that another replica did not bring to an end. */
@Component
class ImportWorker extends LeasedJobs<Job> {

    private static final RowError GIVEN_UP = new RowError(
            0,
            null,
            "Something went wrong on our side and the rest of the file was not taken in. Send the file again: "
                    + "what went in already stays as it is.");

    private final ImportStore imports;
    private final StageRows stageRows;
    private final ApplyRows applyRows;
    private final SaveProgress progress;

    ImportWorker(ImportStore imports, StageRows stageRows, ApplyRows applyRows, SaveProgress progress, Clock clock) {
        super(clock);
        this.imports = imports;
        this.stageRows = stageRows;
        this.applyRows = applyRows;
        this.progress = progress;
    }

    @Override
    protected Optional<Job> claim(Instant now, Instant until, BooleanSupplier open) {
        return imports.claim(now, until, open);
    }

    @Override
    protected int attempts(Job job) {
        return job.attempts();
    }

    @Override
    protected void bringToAnEnd(Job job) throws IOException {
        try {
            applyRows.apply(job, stageRows.stage(job));
            progress.finish(job, State.DONE, List.of());
        } catch (Unreadable unreadable) {
            progress.finish(job, State.FAILED, List.of(unreadable.error()));
        }
    }

    @Override
    protected void giveUp(Job job) {
        progress.finish(job, State.FAILED, List.of(GIVEN_UP));
    }

    @Override
    protected void release(Job job, Instant from) {
        progress.giveUpLease(job, from);
    }
}
