package io.agizo.platform;

import io.agizo.api.Answers;
import io.agizo.api.Problem;
import io.agizo.api.ProblemType;
import io.agizo.api.RateLimit.Verdict;
import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import io.agizo.clients.TokenRefused;
import io.agizo.identity.Caller;
import io.agizo.identity.LimitMet;
import io.agizo.identity.PermissionDenied;
import io.agizo.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Turns requests away before a controller sees them, with problem documents as everywhere else. */
@Component
class Refusals implements RequestRejectedHandler {

    /** Long enough for a database to come back from a restart of its connection, short enough that nobody gives up. */
    private static final int RETRY_SECONDS = 1;

    private final Answers answers;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;

    Refusals(Answers answers, ApplicationEventPublisher events, AuditTrail trail) {
        this.answers = answers;
        this.events = events;
        this.trail = trail;
    }

    void noToken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, Problem.of(ProblemType.UNAUTHENTICATED, ProblemType.UNAUTHENTICATED.remedy()));
    }

    void badToken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                Answers.CHALLENGE + ", error=\"invalid_token\", error_description=\"" + TokenRefused.REASON + '"');
        write(request, response, Problem.of(ProblemType.UNAUTHENTICATED, TokenRefused.REASON));
    }

    void twoProofs(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(
                request,
                response,
                Problem.of(ProblemType.BAD_REQUEST, "Send one Authorization header, and no other token beside it."));
    }

    void tooManyGuesses(Verdict verdict, HttpServletRequest request, HttpServletResponse response) throws IOException {
        events.publishEvent(new LimitMet(Caller.anyone(), "wrong-token"));
        write(request, response, verdict.refusal());
    }

    void denied(PermissionDenied denied, HttpServletRequest request, HttpServletResponse response) throws IOException {
        events.publishEvent(denied);
        write(request, response, Problem.of(denied).orElseThrow());
    }

    void nothingHere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, of(ProblemType.NOT_FOUND));
    }

    void cannotLookUp(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, of(ProblemType.OVERLOADED).retryAfter(RETRY_SECONDS));
    }

    /** A form without the page's own token, which another site cannot know. */
    void foreignForm(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        trail.note(AuditEvent.FOREIGN_FORM, AuditParty.of(SignedIn.callerOf(request)), null, Map.of());
        answers.tell(of(ProblemType.FOREIGN_FORM), request, response);
    }

    /** For what no well-behaved client sends, such as a control character in a header or an encoded slash. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        write(request, response, of(ProblemType.BAD_REQUEST));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        answers.write(answers.problem(problem), request, response);
    }

    private static Problem of(ProblemType type) {
        return Problem.of(type, type.meaning());
    }
}
