package io.agizo.audit;

import io.agizo.identity.LimitMet;
import io.agizo.identity.PermissionDenied;
import io.agizo.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Remembers for good who did what about the security of the shop. Entries name people and programs by their ids alone, so
 * that they can stay when somebody is erased: hand in no names, numbers or addresses as details.
 */
@Component
public class AuditTrail {

    /** Long enough to look into a break-in that is noticed late, short enough to keep nobody's whereabouts for no reason. */
    private static final Duration ADDRESSES_KEPT = Duration.ofDays(90);

    /** Rows that one clean-up statement writes: short enough never to be in the way of placing orders. */
    private static final int CHUNK = 5_000;

    private final AuditStore store;
    private final RepeatedEvents repeated;
    private final Clock clock;

    AuditTrail(AuditStore store, RepeatedEvents repeated, Clock clock) {
        this.store = store;
        this.repeated = repeated;
        this.clock = clock;
    }

    /** Records something that the actor did to nobody but themselves. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEvent event, AuditParty actor) {
        record(event, actor, null, Map.of());
    }

    /**
     * Records what stands or falls with the running transaction. What tells of a refusal is {@link #note noted} instead.
     *
     * @param detail text, numbers and lists of them, without personal data
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEvent event, AuditParty actor, @Nullable AuditParty subject, Map<String, ?> detail) {
        if (event.tellsOfRefusal()) {
            throw new IllegalArgumentException(event.word() + " has to outlive the transaction, so it is noted");
        }
        store.insert(List.of(new AuditEntry(
                Ids.next(), clock.instant(), event.word(), actor, subject, Map.copyOf(detail), 1, address())));
    }

    /**
     * Notes what others can bring about as often as they like, whatever becomes of a running transaction: the first time
     * is written within a second or so, and whatever repeats it within the hour is counted and written as one entry. So
     * a flood costs the shop a row an hour for each actor, event and detail, and the request that is noted no statement.
     */
    public void note(AuditEvent event, AuditParty actor, @Nullable AuditParty subject, Map<String, ?> detail) {
        repeated.count(event, actor, subject, Map.copyOf(detail), address());
    }

    /** Notes that somebody asked for what they may not do; every door announces whom it turned away. */
    @EventListener
    void note(PermissionDenied denied) {
        Map<String, String> detail = Map.of("permission", denied.lacking());
        note(AuditEvent.DENIED, AuditParty.of(denied.caller()), null, detail);
    }

    /** Notes that somebody was told to wait; a flood is a row an hour for each of them and each limit. */
    @EventListener
    void note(LimitMet met) {
        note(AuditEvent.LIMIT_MET, AuditParty.of(met.caller()), null, Map.of("limit", met.limit()));
    }

    /** Forgets where a person whose data is erased came from; what they did stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetAddresses(UUID account) {
        store.forgetAddresses(AuditParty.account(account));
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT20M")
    void forgetOldAddresses() {
        int gone;
        do {
            gone = store.forgetAddresses(clock.instant().minus(ADDRESSES_KEPT), CHUNK);
        } while (gone == CHUNK);
    }

    /** Of the request that this thread answers, if it answers one. */
    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : null;
    }
}
