package io.agizo.signin;

import io.agizo.identity.Caller;
import io.agizo.identity.People;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Tells, long after a request, whether the session that it came by still is one: for answers that go on. */
@Component
public class StillSignedIn {

    private final BrowserSessionStore sessions;
    private final People people;
    private final Clock clock;

    StillSignedIn(BrowserSessionStore sessions, People people, Clock clock) {
        this.sessions = sessions;
        this.people = people;
        this.clock = clock;
    }

    /** Gives the caller as they are whenever it is asked; nobody once they have signed out, were suspended, or have been idle. */
    public Supplier<Optional<Caller>> since(Caller caller, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Optional<UUID> account = caller.account();
        if (session == null || account.isEmpty()) {
            return Optional::empty;
        }
        String id = session.getId();
        return () -> account.flatMap(people::find).filter(person -> lasts(id, person));
    }

    /** To look is not to use: a page that is only open keeps nobody signed in. */
    private boolean lasts(String id, Caller person) {
        Session session = sessions.findById(id);
        return session != null
                && clock.instant()
                        .isBefore(session.getCreationTime()
                                .plus(SessionLimits.of(person).whole()));
    }
}
