package io.agizo.imports;

import io.agizo.imports.ImportReport.State;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Works off one upload after the other, and goes on with those that another replica did not bring to an end. */
@Component
class ImportWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

    /** So often an upload may fail at the same place before it is given up, lest those behind it wait for ever. */
    private static final int MOST_ATTEMPTS = 5;

    /** Long enough for a database to come back in a few attempts. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    private static final RowError GIVEN_UP = new RowError(
            0,
            null,
            "Something went wrong on our side and the rest of the file was not taken in. Send the file again: "
                    + "what went in already stays as it is.");

    private final ImportStore imports;
    private final StageRows stageRows;
    private final ApplyRows applyRows;
    private final SaveProgress progress;
    private final Clock clock;

    ImportWorker(ImportStore imports, StageRows stageRows, ApplyRows applyRows, SaveProgress progress, Clock clock) {
        this.imports = imports;
        this.stageRows = stageRows;
        this.applyRows = applyRows;
        this.progress = progress;
        this.clock = clock;
    }

    /** Works off the next upload for as long as the replica is open, if there is one; tells whether there was. */
    boolean workOffNext(BooleanSupplier open) {
        Optional<Job> job = imports.claim(clock.instant(), clock.instant().plus(SaveProgress.LEASE), open);
        job.ifPresent(this::workOff);
        return job.isPresent();
    }

    /** A file that is too much for the machine is given up like any other, after some attempts. */
    private void workOff(Job job) {
        try {
            if (job.attempts() > MOST_ATTEMPTS) {
                progress.finish(job, State.FAILED, List.of(GIVEN_UP));
                return;
            }
            applyRows.apply(job, stageRows.stage(job));
            progress.finish(job, State.DONE, List.of());
        } catch (Unreadable unreadable) {
            progress.finish(job, State.FAILED, List.of(unreadable.error()));
        } catch (LeaseLost takenOver) {
            LOG.info("Upload {} is worked off by another replica", job.id());
        } catch (Job.Closing stopping) {
            progress.giveUpLease(job, Duration.ZERO);
        } catch (IOException | RuntimeException | Error failure) {
            LOG.warn("Upload {} failed for now, attempt {}", job.id(), job.attempts(), failure);
            progress.giveUpLease(job, PAUSE_AFTER_FAILURE);
        }
    }
}
