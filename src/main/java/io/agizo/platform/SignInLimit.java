package io.agizo.platform;

import io.agizo.api.Answers;
import io.agizo.api.RateLimit;
import io.agizo.api.RateLimit.Verdict;
import io.agizo.identity.Caller;
import io.agizo.identity.LimitMet;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down who guesses secrets: an address that failed to sign in too often waits. A sign-in that succeeds is not
 * counted, so nobody is kept out by using the shop a lot.
 */
final class SignInLimit extends OncePerRequestFilter {

    private final RateLimit failures;
    private final Answers answers;
    private final ApplicationEventPublisher events;

    SignInLimit(RateLimit failures, Answers answers, ApplicationEventPublisher events) {
        this.failures = failures;
        this.answers = answers;
        this.events = events;
    }

    /** Only who posts credentials is counted, not who reads the issuer's keys. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Object network = RateLimit.network(request);
        Verdict verdict = failures.take(network, response);
        if (!verdict.granted()) {
            events.publishEvent(new LimitMet(Caller.anyone(), "failed-sign-in"));
            answers.write(answers.problem(verdict.refusal()), request, response);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() != HttpStatus.UNAUTHORIZED.value()) {
            failures.giveBack(network);
        }
    }
}
