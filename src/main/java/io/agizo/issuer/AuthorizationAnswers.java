package io.agizo.issuer;

import io.agizo.identity.PublicAddress;
import io.agizo.identity.WebClient;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Sends the browser back to the client with a code or an error, and with the name of this issuer (RFC 9207), by which a
 * client of several issuers knows who answered.
 */
final class AuthorizationAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final String ISSUER = "iss";

    private final RedirectStrategy inside = new DefaultRedirectStrategy();
    private final RedirectStrategy leaving = new Leaving();
    private final PublicAddress address;

    AuthorizationAnswers(PublicAddress address) {
        this.address = address;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var granted = (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
        String code = Objects.requireNonNull(granted.getAuthorizationCode()).getTokenValue();
        send(request, response, granted, OAuth2ParameterNames.CODE, code);
    }

    /** A request whose client or address is not known is answered here: nobody is sent to where an attacker likes. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var refused = (OAuth2AuthorizationCodeRequestAuthenticationException) failure;
        OAuth2Error error = refused.getError();
        var asked = refused.getAuthorizationCodeRequestAuthentication();
        if (asked == null || asked.getRedirectUri() == null) {
            response.sendError(HttpStatus.BAD_REQUEST.value(), error.getDescription());
            return;
        }
        send(request, response, asked, OAuth2ParameterNames.ERROR, error.getErrorCode());
    }

    private void send(
            HttpServletRequest request,
            HttpServletResponse response,
            OAuth2AuthorizationCodeRequestAuthenticationToken asked,
            String name,
            String value)
            throws IOException {
        String target = Objects.requireNonNull(asked.getRedirectUri());
        UriComponentsBuilder url = UriComponentsBuilder.fromUriString(target)
                .queryParam(name, encoded(value))
                .queryParam(ISSUER, encoded(address.issuer()));
        String state = asked.getState();
        if (state != null && !state.isEmpty()) {
            url.queryParam(OAuth2ParameterNames.STATE, encoded(state));
        }
        boolean ours = asked.getClientId().equals(WebClient.ID);
        (ours ? inside : leaving)
                .sendRedirect(request, response, url.build(true).toUriString());
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
