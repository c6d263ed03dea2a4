package io.agizo.signin;

import io.agizo.api.Answers;
import io.agizo.api.Problem;
import io.agizo.api.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.session.web.http.HttpSessionIdResolver;

/**
 * Looks for no session for the page that asks somebody to come back later: their session could not be read a moment ago, so
 * the page would fail as the request did.
 */
record SessionIdUntilOverload(HttpSessionIdResolver cookie) implements HttpSessionIdResolver {

    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        boolean overloaded = request.getAttribute(Answers.TOLD) instanceof Problem told
                && told.type().equals(ProblemType.OVERLOADED.path());
        return overloaded ? List.of() : cookie.resolveSessionIds(request);
    }

    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
        cookie.setSessionId(request, response, id);
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        cookie.expireSession(request, response);
    }
}
