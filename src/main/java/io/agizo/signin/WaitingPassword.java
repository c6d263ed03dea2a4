package io.agizo.signin;

import io.agizo.accounts.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps in the browser's session the password of who recovers their account, until they have shown their second factor. */
@Component
class WaitingPassword {

    private static final String WAITING = "waiting-password";

    private final ChoosePassword passwords;
    private final Clock clock;

    WaitingPassword(ChoosePassword passwords, Clock clock) {
        this.passwords = passwords;
        this.clock = clock;
    }

    /** As long as the second factor is waited for. */
    private record Waiting(UUID account, String passwordHash, Instant until) implements Serializable {}

    void put(Recovered recovered, HttpServletRequest request) {
        Instant until = clock.instant().plus(SessionPeople.SECOND_FACTOR_WITHIN);
        request.getSession()
                .setAttribute(WAITING, new Waiting(recovered.account().id().value(), recovered.passwordHash(), until));
    }

    /** Puts it in the place of the old one; called once the person has signed in with all that is asked of them. */
    void settle(UUID signedIn, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(WAITING) instanceof Waiting waiting)) {
            return;
        }
        session.removeAttribute(WAITING);
        if (waiting.account.equals(signedIn) && clock.instant().isBefore(waiting.until)) {
            passwords.startAgain(new AccountId(signedIn), waiting.passwordHash, request);
        }
    }
}
