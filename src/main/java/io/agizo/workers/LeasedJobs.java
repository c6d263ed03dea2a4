package io.agizo.workers;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Long jobs that replicas share by their database: one works on a job for as long as it holds the lease, and another goes on
 * with what it did not bring to an end.
 */
public abstract class LeasedJobs<J> {

    /** Many times what a step takes; so long a job waits for another replica when the one working on it dies. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(LeasedJobs.class);

    /** So often a job may fail at the same place before it is given up, lest those behind it wait for ever. */
    private static final int MOST_ATTEMPTS = 5;

    /** Long enough for a database to come back in a few attempts. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    private final Clock clock;

    protected LeasedJobs(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes the lease on the next job, if there is one that nobody holds.
     *
     * @param until how long the lease is good, unless the job comes further
     * @param open whether this replica goes on working
     */
    protected abstract Optional<J> claim(Instant now, Instant until, BooleanSupplier open);

    /** How often the job was taken up since it last came further. */
    protected abstract int attempts(J job);

    /** Does all that is left of the job, and ends it. */
    protected abstract void bringToAnEnd(J job) throws IOException;

    /** Ends a job that failed too often. */
    protected abstract void giveUp(J job);

    /** Lets any replica take the job up from some time on. */
    protected abstract void release(J job, Instant from);

    /** Works off the next job for as long as the replica is open, if there is one; tells whether there was. */
    public final boolean workOffNext(BooleanSupplier open) {
        Instant now = clock.instant();
        Optional<J> job = claim(now, now.plus(LEASE), open);
        job.ifPresent(this::workOff);
        return job.isPresent();
    }

    /** A job that is too much for the machine is given up like any other, after some attempts. */
    protected final void workOff(J job) {
        try {
            if (attempts(job) > MOST_ATTEMPTS) {
                giveUp(job);
                return;
            }
            bringToAnEnd(job);
        } catch (LeaseLost takenOver) {
            LOG.info("{}", takenOver.getMessage());
        } catch (Closing stopping) {
            release(job, clock.instant());
        } catch (IOException | RuntimeException | Error failure) {
            LOG.warn("{} failed for now, attempt {}", job, attempts(job), failure);
            release(job, clock.instant().plus(PAUSE_AFTER_FAILURE));
        }
    }
}
