package io.agizo.orders;

import io.agizo.identity.Caller;
import io.agizo.identity.People;
import io.agizo.identity.Programs;
import io.agizo.orders.ManyOrdersReport.Refusal;
import io.agizo.orders.ManyOrdersReport.State;
import io.agizo.orders.ManyOrdersReport.Why;
import io.agizo.shared.Conflict;
import io.agizo.workers.LeaseLost;
import io.agizo.workers.LeasedJobs;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off jobs over many orders, some orders at a time: what these wrote and how far the job has come are one transaction, so
 * that each order takes the step at most once, whoever goes on with the job.
 */
@Component
class ManyOrdersWorker extends LeasedJobs<ManyOrdersJob> {

    private static final Logger LOG = LoggerFactory.getLogger(ManyOrdersWorker.class);

    /** Enough to share a commit; few enough that the desk waits some tens of milliseconds at most for the stock of these. */
    static final int MOST_AT_A_TIME = 100;

    private final ManyOrdersStore jobs;
    private final StepTogether together;
    private final People people;
    private final Programs programs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ManyOrdersWorker(
            ManyOrdersStore jobs,
            StepTogether together,
            People people,
            Programs programs,
            TransactionTemplate transaction,
            Clock clock) {
        super(clock);
        this.jobs = jobs;
        this.together = together;
        this.people = people;
        this.programs = programs;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Works that very job off, unless another does. */
    void workOff(ManyOrdersId id) {
        Instant now = clock.instant();
        jobs.claim(id, now, now.plus(LEASE), () -> true).ifPresent(this::workOff);
    }

    @Override
    protected Optional<ManyOrdersJob> claim(Instant now, Instant until, BooleanSupplier open) {
        return jobs.claim(null, now, until, open);
    }

    @Override
    protected int attempts(ManyOrdersJob job) {
        return job.attempts();
    }

    @Override
    protected void bringToAnEnd(ManyOrdersJob job) {
        ManyOrdersJob reached = job;
        for (var next = jobs.next(reached, MOST_AT_A_TIME);
                !next.isEmpty();
                next = jobs.next(reached, MOST_AT_A_TIME)) {
            job.checkOpen();
            Caller caller = asAtPresent(job);
            if (!caller.may(job.action().permission())) {
                jobs.finish(job, State.STOPPED, clock.instant());
                return;
            }
            reached = step(caller, reached, next);
        }
        jobs.finish(job, State.DONE, clock.instant());
    }

    @Override
    protected void giveUp(ManyOrdersJob job) {
        jobs.finish(job, State.FAILED, clock.instant());
    }

    @Override
    protected void release(ManyOrdersJob job, Instant from) {
        jobs.release(job, from);
    }

    /** Who asked, with what they were granted then as far as they still hold it. */
    private Caller asAtPresent(ManyOrdersJob job) {
        return Caller.accountOf(job.callerId())
                .map(people::find)
                .orElseGet(() -> programs.find(job.callerId()))
                .map(caller -> caller.limitedTo(job.granted()))
                .orElse(Caller.anyone());
    }

    /** If something stands in the way of all together, each is taken alone, so that none is kept back by a neighbour. */
    private ManyOrdersJob step(Caller caller, ManyOrdersJob job, SortedMap<Integer, OrderNumber> next) {
        try {
            return inOne(caller, job, next);
        } catch (Conflict | NonTransientDataAccessException | IllegalStateException refused) {
            rethrowIfDatabaseIsAway(refused);
            if (next.size() == 1) {
                return alone(job, next, refused);
            }
            ManyOrdersJob reached = job;
            for (var each : next.entrySet()) {
                reached = step(caller, reached, new TreeMap<>(Map.of(each.getKey(), each.getValue())));
            }
            return reached;
        }
    }

    private ManyOrdersJob inOne(Caller caller, ManyOrdersJob job, SortedMap<Integer, OrderNumber> next) {
        return Objects.requireNonNull(transaction.execute(running -> {
            Map<OrderNumber, Refusal> refused = together.take(caller, job.action(), job.reason(), next.values());
            SortedMap<Integer, Refusal> byPlace = new TreeMap<>();
            next.forEach((place, number) -> {
                Refusal refusal = refused.get(number);
                if (refusal != null) {
                    byPlace.put(place, refusal);
                }
            });
            return save(job, next.lastKey(), byPlace);
        }));
    }

    private ManyOrdersJob alone(ManyOrdersJob job, SortedMap<Integer, OrderNumber> next, RuntimeException failure) {
        OrderNumber number = next.firstEntry().getValue();
        Refusal refusal;
        if (failure instanceof Conflict conflict) {
            refusal = StepTogether.refusal(number, Why.CONFLICT, conflict.getMessage());
        } else {
            LOG.warn("{} cannot {} order {}", job, job.action().word(), number, failure);
            refusal = StepTogether.refusal(
                    number, Why.FAILED, "Something went wrong on our side. The order stays as it was.");
        }
        return Objects.requireNonNull(transaction.execute(
                running -> save(job, next.lastKey(), new TreeMap<>(Map.of(next.firstKey(), refusal)))));
    }

    /** Within the running transaction; throws {@link LeaseLost}, and so undoes it, if another replica took over. */
    private ManyOrdersJob save(ManyOrdersJob job, int reached, SortedMap<Integer, Refusal> refused) {
        ManyOrdersJob after = job.after(reached, job.refused() + refused.size());
        jobs.save(after, refused, clock.instant().plus(LEASE));
        return after;
    }

    private static void rethrowIfDatabaseIsAway(RuntimeException failure) {
        if (failure instanceof NonTransientDataAccessResourceException) {
            throw failure;
        }
    }
}
