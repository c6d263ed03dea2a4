package io.agizo.signin;

import io.agizo.accounts.AccountId;
import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import io.agizo.identity.Caller;
import io.agizo.issuer.EndGrants;
import io.agizo.shared.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the caller is signed in, on whichever device. */
@Component
public class OwnSessions {

    private static final int ID_DIGITS = 16;

    private final BrowserSessionStore store;
    private final EndGrants grants;
    private final AuditTrail trail;

    OwnSessions(BrowserSessionStore store, EndGrants grants, AuditTrail trail) {
        this.store = store;
        this.grants = grants;
        this.trail = trail;
    }

    /**
     * One session.
     *
     * @param id names it in a list; with it alone nobody gets in
     * @param device in words, such as {@code Chrome, Android}
     * @param current whether the request that asks belongs to it
     */
    public record OwnSession(String id, String device, Instant startedAt, Instant lastSeenAt, boolean current) {}

    /** The current one first, then the one that was used last. */
    public List<OwnSession> list(Caller caller, HttpServletRequest request) {
        String current = current(request);
        return all(caller).stream()
                .map(session -> new OwnSession(
                        id(session),
                        Objects.toString(session.getAttribute(SessionPeople.DEVICE), DeviceName.of(null)),
                        session.getCreationTime(),
                        session.getLastAccessedTime(),
                        session.getId().equals(current)))
                .sorted(Comparator.comparing(OwnSession::current)
                        .thenComparing(OwnSession::lastSeenAt)
                        .reversed())
                .toList();
    }

    /** Refuses one that is not the caller's own as if there were none. */
    @Transactional
    public void end(Caller caller, String id) {
        if (end(caller, session -> id(session).equals(id)) == 0) {
            throw new NotFound("You have no such session, or not any more.");
        }
        trail.record(AuditEvent.SESSIONS_ENDED, AuditParty.of(caller));
    }

    /** Signs the caller out everywhere but here, also where programs act for them. */
    @Transactional
    public void endOthers(Caller caller, HttpServletRequest request) {
        String current = current(request);
        endEverywhere(caller, session -> !session.getId().equals(current));
    }

    /** Signs the caller out everywhere, also where programs act for them. */
    @Transactional
    public void endAll(Caller caller) {
        endEverywhere(caller, session -> true);
    }

    private void endEverywhere(Caller caller, Predicate<Session> which) {
        int ended = end(caller, which);
        grants.ofPerson(AccountId.of(caller).value());
        trail.record(
                AuditEvent.SESSIONS_ENDED, AuditParty.of(caller), null, Map.of("everywhere", true, "sessions", ended));
    }

    private int end(Caller caller, Predicate<Session> which) {
        List<Session> ended = all(caller).stream().filter(which).toList();
        ended.forEach(session -> store.deleteById(session.getId()));
        return ended.size();
    }

    private List<Session> all(Caller caller) {
        return List.copyOf(store.findByPrincipalName(caller.id()).values());
    }

    private static @Nullable String current(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : session.getId();
    }

    private static String id(Session session) {
        byte[] hash = Sha256.of(session.getId().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
    }
}
