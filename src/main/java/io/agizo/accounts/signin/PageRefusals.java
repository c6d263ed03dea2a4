package io.agizo.accounts.signin;

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
    private final String freshLogin;

    PageRefusals(AccessDeniedHandler others, RequestCache cache, String freshLogin) {
        this.others = others;
        this.cache = cache;
        this.freshLogin = freshLogin;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (denied instanceof AuthorizationDeniedException rule
                && rule.getAuthorizationResult() instanceof FactorAuthorizationDecision) {
            cache.saveRequest(request, response);
            response.sendRedirect(freshLogin);
        } else {
            others.handle(request, response, denied);
        }
    }
}
