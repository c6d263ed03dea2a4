package io.agizo.issuer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stops token requests that cannot be read, and lets only a few at a time cost the shop a look-up and a signature. */
final class TokenRequestGuard extends OncePerRequestFilter {

    /** Ten times what a client with every scope sends. */
    private static final int LARGEST_BODY_BYTES = 16_384;

    /** More would not be faster on a small machine, and would take cores and connections from the orders. */
    private static final int MOST_AT_ONCE = 8;

    /** Longer than any wait but a flood's; after that a clear answer helps the client more than waiting on. */
    private static final int LONGEST_WAIT_MILLISECONDS = 500;

    private static final String BASIC = "Basic ";
    private static final String RETRY_AFTER_SECONDS = "1";

    private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);
    private final String tokenPath;
    private final String revocationPath;
    private final OAuthErrors errors;

    TokenRequestGuard(String tokenPath, String revocationPath, OAuthErrors errors) {
        this.tokenPath = tokenPath;
        this.revocationPath = revocationPath;
        this.errors = errors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return !tokenPath.equals(path) && !revocationPath.equals(path);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            answer(request, response, chain);
        } catch (RequestRejectedException unreadable) {
            refuse(
                    response,
                    HttpStatus.BAD_REQUEST,
                    "A header or a name in the body has characters that it must not have.");
        } catch (DataAccessException unavailable) {
            askToComeBack(response, "The shop cannot look up clients at the moment.");
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!HttpMethod.POST.matches(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
            refuse(response, HttpStatus.METHOD_NOT_ALLOWED, "Tokens are asked for, and given back, by POST.");
        } else if (OneCredential.hasSeveralHeaders(request)) {
            refuse(response, HttpStatus.BAD_REQUEST, OneCredential.REMEDY);
        } else if (request.getContentLengthLong() > LARGEST_BODY_BYTES) {
            refuse(response, HttpStatus.CONTENT_TOO_LARGE, "The body is larger than any token request.");
        } else if (!startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE, request.getContentType())
                || !isReadable(request)) {
            refuse(response, HttpStatus.BAD_REQUEST, "The body is not an URL-encoded form in UTF-8.");
        } else if (!startsWith(BASIC, request.getHeader(HttpHeaders.AUTHORIZATION)) && !needsNoSecret(request)) {
            errors.write(response, HttpStatus.UNAUTHORIZED, OAuth2ErrorCodes.INVALID_CLIENT, "Sign in by HTTP Basic.");
        } else {
            answerInTurn(request, response, chain);
        }
    }

    /** Whether it may be a client without a secret, that gives a token back. */
    private boolean needsNoSecret(HttpServletRequest request) {
        return revocationPath.equals(request.getServletPath())
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && request.getParameter(OAuth2ParameterNames.CLIENT_ID) != null;
    }

    /** Reads the body before a place is taken, so that a slow sender holds none. */
    private static boolean isReadable(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return true;
        } catch (IllegalStateException unreadable) {
            return false;
        }
    }

    private void answerInTurn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!takePlace()) {
            askToComeBack(response, "Too many token requests at once.");
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    private boolean takePlace() {
        try {
            return places.tryAcquire(LONGEST_WAIT_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void askToComeBack(HttpServletResponse response, String description) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        errors.write(response, HttpStatus.SERVICE_UNAVAILABLE, OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE, description);
    }

    private void refuse(HttpServletResponse response, HttpStatus status, String description) throws IOException {
        errors.write(response, status, OAuth2ErrorCodes.INVALID_REQUEST, description);
    }

    private static boolean startsWith(String expected, @Nullable String value) {
        return value != null && value.regionMatches(true, 0, expected, 0, expected.length());
    }
}
