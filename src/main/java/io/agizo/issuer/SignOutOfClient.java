package io.agizo.issuer;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Signs a person out whom a client sends here for it: the browser's session ends, and what the client was let do. */
@Component
class SignOutOfClient implements AuthenticationSuccessHandler {

    private final GrantStore grants;
    private final OidcLogoutAuthenticationSuccessHandler session = new OidcLogoutAuthenticationSuccessHandler();

    SignOutOfClient(GrantStore grants) {
        this.grants = grants;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        OidcIdToken token = ((OidcLogoutAuthenticationToken) authentication).getIdToken();
        Optional.ofNullable(token)
                .map(id -> id.getClaimAsString(IssuedTokens.GRANT))
                .map(UUID::fromString)
                .ifPresent(grants::end);
        session.onAuthenticationSuccess(request, response, authentication);
    }
}
