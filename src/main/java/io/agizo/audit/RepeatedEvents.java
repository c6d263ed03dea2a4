package io.agizo.audit;

import io.agizo.shared.Ids;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Counts what may come in floods, so that few rows tell of it. A count is lost with its replica, the first time hardly ever. */
@Component
class RepeatedEvents {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedEvents.class);

    /** Some megabytes. Far more than a shop has programs and people; beyond that, events are told of without their actors. */
    static final int MOST_COUNTED = 10_000;

    static final Duration WINDOW = Duration.ofHours(1);

    private final Map<Repeatable, Count> counts = new HashMap<>();
    private final AuditStore store;
    private final Clock clock;

    RepeatedEvents(AuditStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Repeatable(
            AuditEvent event, AuditParty actor, @Nullable AuditParty subject, Map<String, Object> detail) {

        Repeatable byAnyone() {
            return new Repeatable(event, AuditParty.nobody(), null, Map.of());
        }
    }

    /**
     * How often it happened since it was last written.
     *
     * @param last when it happened for the last time
     * @param written when it was last written, if it was
     */
    private record Count(
            int times,
            Instant last,
            @Nullable String address,
            @Nullable Instant written) {

        boolean isDue(Instant now) {
            return written == null || !now.isBefore(written.plus(WINDOW));
        }

        Count and(Count later) {
            return new Count(Math.addExact(times, later.times), later.last, later.address, written);
        }
    }

    synchronized void count(
            AuditEvent event,
            AuditParty actor,
            @Nullable AuditParty subject,
            Map<String, Object> detail,
            @Nullable String address) {
        Repeatable what = new Repeatable(event, actor, subject, detail);
        if (counts.size() >= MOST_COUNTED && !counts.containsKey(what)) {
            what = what.byAnyone();
        }
        counts.merge(what, new Count(1, clock.instant(), address, null), Count::and);
    }

    @Scheduled(fixedDelayString = "PT1S")
    void write() {
        Map<Repeatable, Count> due = takeDue();
        try {
            store.insert(entries(due));
        } catch (DataAccessException | TransactionException databaseAway) {
            LOG.warn("The audit trail cannot be written for now; it is written later", databaseAway);
            giveBack(due);
        }
    }

    @PreDestroy
    void writeRest() {
        synchronized (this) {
            counts.replaceAll((what, count) -> new Count(count.times, count.last, count.address, null));
        }
        write();
    }

    private synchronized Map<Repeatable, Count> takeDue() {
        Instant now = clock.instant();
        counts.values().removeIf(count -> count.times == 0 && count.isDue(now));
        Map<Repeatable, Count> due = new HashMap<>();
        counts.forEach((what, count) -> {
            if (count.times > 0 && count.isDue(now)) {
                due.put(what, count);
            }
        });
        due.forEach((what, count) -> counts.put(what, new Count(0, count.last, null, now)));
        return due;
    }

    private synchronized void giveBack(Map<Repeatable, Count> due) {
        due.forEach((what, count) -> counts.merge(
                what,
                count,
                (since, before) -> new Count(since.times + before.times, since.last, before.address, null)));
    }

    private static List<AuditEntry> entries(Map<Repeatable, Count> due) {
        List<AuditEntry> entries = new ArrayList<>(due.size());
        due.forEach((what, count) -> entries.add(new AuditEntry(
                Ids.next(),
                count.last,
                what.event.word(),
                what.actor,
                what.subject,
                what.detail,
                count.times,
                count.address)));
        return entries;
    }
}
