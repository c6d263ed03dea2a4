package io.agizo.orders;

import io.agizo.identity.Caller;
import io.agizo.identity.NamesOfPeople;
import io.agizo.identity.Signatures;
import io.agizo.orders.ManyOrdersReport.Refusal;
import io.agizo.shared.Conflict;
import io.agizo.shared.Ids;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.PlainText;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a step with many orders: asked for at once, done in the background, each order by itself. Needs the permission of the
 * step, and {@code orders:read} where the orders are those that match a filter.
 */
@Component
public class StepManyOrders {

    /** Several times what a shop with years of orders has open; a step of so many takes minutes. */
    public static final int MOST = 50_000;

    /** What one caller may have waiting, so that nobody keeps the others waiting for hours. */
    static final int MOST_UNFINISHED = 20;

    /** Long enough to come back to a report after a few days off. */
    private static final Duration REPORTS_KEPT = Duration.ofDays(7);

    private static final int LONGEST_REASON = 200;

    private final ManyOrdersStore jobs;
    private final ReadOrders orders;
    private final ManyOrdersLoop loop;
    private final ManyOrdersWorker worker;
    private final NamesOfPeople people;
    private final Clock clock;

    StepManyOrders(
            ManyOrdersStore jobs,
            ReadOrders orders,
            ManyOrdersLoop loop,
            ManyOrdersWorker worker,
            NamesOfPeople people,
            Clock clock) {
        this.jobs = jobs;
        this.orders = orders;
        this.loop = loop;
        this.worker = worker;
        this.people = people;
        this.clock = clock;
    }

    /** Which orders are meant. */
    public sealed interface Which {

        /** Those of these numbers. */
        record Numbered(List<OrderNumber> numbers) implements Which {}

        /** All that match at the moment they are asked for; whatever comes or changes later is not among them. */
        record Matching(ReadOrders.Wanted wanted) implements Which {}
    }

    /**
     * Queues the step; nothing is asked twice under one key. Whoever does not {@link #begin} it, or {@link #hurry}, has it
     * begun within seconds.
     *
     * @param reason required for a rejection, and for no step but that and a cancellation
     */
    @Transactional
    public ManyOrdersId ask(
            Caller caller, OrderAction action, Which which, @Nullable String reason, @Nullable UUID key) {
        caller.must(action.permission());
        if (jobs.unfinished(caller) >= MOST_UNFINISHED) {
            throw new Conflict(
                    "conflict",
                    "You have " + MOST_UNFINISHED + " of these waiting. Ask for more once some of them are done.");
        }
        var id = new ManyOrdersId(Ids.next());
        if (!jobs.insert(new ManyOrdersStore.New(id, key, action, reason(action, reason), caller), clock.instant())) {
            return jobs.under(Objects.requireNonNull(key));
        }
        switch (which) {
            case Which.Numbered(List<OrderNumber> numbers) -> {
                requireAtMost(numbers.size(), "/numbers");
                jobs.name(id, new LinkedHashSet<>(numbers));
            }
            case Which.Matching(ReadOrders.Wanted wanted) ->
                requireAtMost(jobs.find(id, orders.filter(caller, wanted, OrderSort.OLDEST, null), MOST + 1), "/all");
        }
        return id;
    }

    /** Has what was asked for done in the background, at once. */
    public void begin() {
        loop.wake();
    }

    /** Does what was asked for in the caller's own thread, for few orders; unless another works on it, or it fails for now. */
    public void hurry(ManyOrdersId id) {
        worker.workOff(id);
    }

    /**
     * Tells how far it has come to whoever may take such steps themselves; for others who take steps it does not exist, and
     * whoever takes none is refused.
     */
    @Transactional(readOnly = true)
    public ManyOrdersReport report(Caller caller, ManyOrdersId id) {
        if (Arrays.stream(OrderAction.values()).noneMatch(action -> caller.may(action.permission()))) {
            caller.must(OrderAction.ACCEPT.permission());
        }
        ManyOrdersReport report = jobs.report(id)
                .filter(found -> caller.may(found.action().permission()))
                .orElseThrow(() -> new NotFound("There is no such job, or you may not see it."));
        List<Refusal> refusals = jobs.refusals(id, ManyOrdersReport.MOST_REFUSALS);
        Signatures names = Signatures.read(people, refusals.stream().flatMap(each -> Stream.ofNullable(each.by())));
        return report.with(refusals.stream()
                .map(each -> each.by() == null ? each : each.signedAs(names.shown(each.by())))
                .toList());
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT12M")
    void forgetOld() {
        jobs.forget(clock.instant().minus(REPORTS_KEPT));
    }

    private static void requireAtMost(int found, String pointer) {
        if (found > MOST) {
            throw new InvalidInput(pointer, "must come to at most " + MOST + " orders at once; narrow it down");
        }
    }

    private static @Nullable String reason(OrderAction action, @Nullable String given) {
        String reason = given == null || given.isBlank() ? null : given.strip();
        if (action == OrderAction.REJECT && reason == null) {
            throw new InvalidInput("/reason", "is required: the customer is told why");
        }
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new InvalidInput("/reason", "must be at most " + LONGEST_REASON + " characters long");
        }
        if (reason != null && !PlainText.isLine(reason)) {
            throw new InvalidInput("/reason", PlainText.LINE_RULE);
        }
        if (reason != null && action != OrderAction.REJECT && action != OrderAction.CANCEL) {
            throw new InvalidInput("/reason", "is for rejections and cancellations only");
        }
        return reason;
    }
}
