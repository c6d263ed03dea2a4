package io.agizo.issuer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses who proves themselves in two ways at once (RFC 6749, section 2.3, and RFC 6750, section 3.1): a proxy, a filter and
 * the issuer could each look at another one.
 */
final class OneCredential extends OncePerRequestFilter {

    static final String REMEDY = "Send one Authorization header, and no other credentials beside it.";

    /** What is a credential beside the one in the header. */
    private static final List<String> MORE =
            List.of(OAuth2ParameterNames.CLIENT_SECRET, OAuth2ParameterNames.CLIENT_ASSERTION, "access_token");

    private final ClientSecretBasicAuthenticationConverter basic = new ClientSecretBasicAuthenticationConverter();
    private final OAuthErrors errors;

    OneCredential(OAuthErrors errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (areTwoOrUnreadable(request)) {
            errors.write(response, HttpStatus.BAD_REQUEST, OAuth2ErrorCodes.INVALID_REQUEST, REMEDY);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean areTwoOrUnreadable(HttpServletRequest request) {
        try {
            return areTwo(request);
        } catch (IllegalStateException noForm) {
            return true;
        }
    }

    private boolean areTwo(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            return false;
        }
        return hasSeveralHeaders(request)
                || MORE.stream().anyMatch(name -> request.getParameter(name) != null)
                || !isSame(basicClient(request), request.getParameter(OAuth2ParameterNames.CLIENT_ID));
    }

    static boolean hasSeveralHeaders(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).size() > 1;
    }

    /** Some clients name themselves in the body as well, which is no second proof as long as it is the same name. */
    private static boolean isSame(@Nullable String client, @Nullable String named) {
        return client == null || named == null || client.equals(named);
    }

    private @Nullable String basicClient(HttpServletRequest request) {
        try {
            Authentication client = basic.convert(request);
            return client == null ? null : client.getName();
        } catch (OAuth2AuthenticationException unreadable) {
            return null;
        }
    }
}
