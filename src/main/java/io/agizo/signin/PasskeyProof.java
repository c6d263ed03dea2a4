package io.agizo.signin;

import io.agizo.accounts.AccountId;
import io.agizo.accounts.Accounts;
import io.agizo.shared.InvalidInput;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks for the {@link PresentProof} of whoever is about to add a passkey, before Spring Security gives out what a device makes
 * one of; without that nothing can be added.
 */
final class PasskeyProof extends OncePerRequestFilter {

    private final PathPatternRequestMatcher asks =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/webauthn/register/options");
    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();
    private final Accounts accounts;
    private final PresentProof present;

    PasskeyProof(Accounts accounts, PresentProof present) {
        this.accounts = accounts;
        this.present = present;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !asks.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null || !trust.isAuthenticated(person)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        try {
            String shown = Objects.toString(request.getParameter("present"), "");
            present.mustShow(accounts.find(AccountId.of(person.getName())).orElseThrow(), shown, request);
        } catch (InvalidInput wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return;
        } catch (TooManyTries tooMany) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.waitSeconds()));
            return;
        }
        chain.doFilter(request, response);
    }
}
