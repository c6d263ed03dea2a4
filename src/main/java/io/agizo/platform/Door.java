package io.agizo.platform;

import io.agizo.api.RateLimit;
import io.agizo.api.RateLimit.Verdict;
import io.agizo.clients.AccessTokens;
import io.agizo.clients.IssuerUnavailable;
import io.agizo.clients.TokenRefused;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.identity.SignedIn;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Enumeration;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * Lets in the requests of programs. It looks at the bearer token and nothing else, since it stands before every order.
 * A token that is no good is refused even where none is needed, so that a program hears of it at once.
 */
final class Door implements Filter {

    private static final String SCHEME = "Bearer ";
    private static final Pattern TOKEN_IN_ADDRESS = Pattern.compile("(^|&)access_token=");

    private final AccessTokens tokens;
    private final Function<HttpServletRequest, Admission> rule;
    private final RateLimit guesses;
    private final Refusals refusals;

    /**
     * A door for some addresses.
     *
     * @param guesses how many tokens that nobody signed a network may bring; of others none is counted
     */
    Door(AccessTokens tokens, Function<HttpServletRequest, Admission> rule, RateLimit guesses, Refusals refusals) {
        this.tokens = tokens;
        this.rule = rule;
        this.guesses = guesses;
        this.refusals = refusals;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        if (bringsTwoProofs(request)) {
            refusals.twoProofs(request, response);
            return;
        }
        String token = token(request);
        if (token == null) {
            admit(null, request, response, chain);
            return;
        }
        SignedIn signedIn;
        try {
            signedIn = tokens.check(token);
        } catch (TokenRefused refused) {
            refuse(refused, request, response);
            return;
        } catch (DataAccessException | IssuerUnavailable unavailable) {
            refusals.cannotLookUp(request, response);
            return;
        }
        admit(signedIn, request, response, chain);
    }

    /** Whose token has run out must hear of it however many guesses come from their network, or they would not get a new one. */
    private void refuse(TokenRefused refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (refused.isGenuine()) {
            refusals.badToken(request, response);
            return;
        }
        Verdict verdict = guesses.take(RateLimit.network(request), response);
        if (verdict.granted()) {
            refusals.badToken(request, response);
        } else {
            refusals.tooManyGuesses(verdict, request, response);
        }
    }

    private void admit(
            @Nullable SignedIn signedIn, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Admission admission = rule.apply(request);
        if (admission == Admission.NOBODY) {
            refusals.nothingHere(request, response);
        } else if (signedIn == null) {
            if (admission == Admission.ANYONE) {
                chain.doFilter(request, response);
            } else {
                refusals.noToken(request, response);
            }
        } else if (admission == Admission.READERS_OF_REPORTS
                && !signedIn.caller().may(Permission.REPORTS_READ)) {
            refusals.denied(new PermissionDenied(signedIn.caller(), Permission.REPORTS_READ), request, response);
        } else {
            // FilterChainProxy clears the context when the request is over.
            SecurityContextHolder.setContext(new SecurityContextImpl(signedIn));
            chain.doFilter(new SignedInRequest(request, signedIn), response);
        }
    }

    /** Two headers, or a token in the address beside the header: each who reads them might look at another one (RFC 6750, 3.1). */
    private static boolean bringsTwoProofs(HttpServletRequest request) {
        Enumeration<String> sent = request.getHeaders(HttpHeaders.AUTHORIZATION);
        if (!sent.hasMoreElements()) {
            return false;
        }
        sent.nextElement();
        String query = request.getQueryString();
        return sent.hasMoreElements()
                || (query != null && TOKEN_IN_ADDRESS.matcher(query).find());
    }

    private static @Nullable String token(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip()
                : null;
    }

    /** The request of a caller who is known. */
    private static final class SignedInRequest extends HttpServletRequestWrapper {

        private final SignedIn signedIn;

        SignedInRequest(HttpServletRequest request, SignedIn signedIn) {
            super(request);
            this.signedIn = signedIn;
        }

        @Override
        public Principal getUserPrincipal() {
            return signedIn;
        }

        @Override
        public String getRemoteUser() {
            return signedIn.getName();
        }
    }
}
