package io.agizo.signin;

import io.agizo.signin.oidc.AtIssuer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.FactorAuthorizationDecision;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** Asks whoever signed in too long ago for what they are about to do to sign in again; others are turned away. */
final class PageRefusals implements AccessDeniedHandler {

    private final AccessDeniedHandler others;
    private final RequestCache cache;
    private final SessionPeople people;
    private final AtIssuer issuer;
    private final String freshLogin;

    PageRefusals(
            AccessDeniedHandler others, RequestCache cache, SessionPeople people, AtIssuer issuer, String freshLogin) {
        this.others = others;
        this.cache = cache;
        this.people = people;
        this.issuer = issuer;
        this.freshLogin = freshLogin;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (denied instanceof AuthorizationDeniedException rule
                && rule.getAuthorizationResult() instanceof FactorAuthorizationDecision) {
            proveAnew(request, response);
        } else {
            others.handle(request, response, denied);
        }
    }

    /** Where they came by: another issuer for who proved nothing to the shop itself, otherwise the shop's own page. */
    private void proveAnew(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!people.hasProvedHere(request) && issuer.askAnew(request, response)) {
            return;
        }
        cache.saveRequest(request, response);
        response.sendRedirect(freshLogin);
    }
}
