package io.agizo.accounts.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Remembers which page a person wanted before they were sent to the issuer, apart from what the embedded issuer itself remembers
 * in the same session; never the host that the request named.
 */
@Component
class WantedBehindIssuer implements AuthenticationSuccessHandler {

    private static final String ACCOUNT = "/account";

    private static final String ATTRIBUTE = WantedBehindIssuer.class.getName();

    void remember(HttpServletRequest request) {
        if (HttpMethod.GET.matches(request.getMethod())) {
            String query = request.getQueryString();
            String path = request.getRequestURI();
            request.getSession().setAttribute(ATTRIBUTE, query == null ? path : path + '?' + query);
        }
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        Object wanted = request.getSession().getAttribute(ATTRIBUTE);
        request.getSession().removeAttribute(ATTRIBUTE);
        response.sendRedirect(wanted instanceof String path ? withinThisShop(path) : ACCOUNT);
    }

    /** With two slashes at the beginning it would name a host. */
    private static String withinThisShop(String path) {
        return '/' + path.replaceFirst("^[/\\\\]+", "");
    }
}
