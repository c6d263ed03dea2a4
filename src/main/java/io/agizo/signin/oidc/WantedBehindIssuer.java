package io.agizo.signin.oidc;

import io.agizo.identity.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Remembers which page a person wanted before they were sent to the issuer, apart from what the embedded issuer itself
 * remembers of the same browser.
 */
@Component
class WantedBehindIssuer implements AuthenticationSuccessHandler {

    private final WantedCookie cookie;
    private final FirstPage first;

    WantedBehindIssuer(PublicAddress address, FirstPage first) {
        this.cookie = new WantedCookie("wanted-behind-issuer", address);
        this.first = first;
    }

    void remember(HttpServletRequest request, HttpServletResponse response) {
        cookie.remember(request, response);
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        response.sendRedirect(cookie.take(request, response).orElseGet(() -> first.of(person)));
    }
}
