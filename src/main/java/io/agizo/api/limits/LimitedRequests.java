package io.agizo.api.limits;

import io.agizo.api.Answers;
import io.agizo.api.CheckoutLimit;
import io.agizo.api.RateLimit;
import io.agizo.api.RateLimit.Verdict;
import io.agizo.identity.Caller;
import io.agizo.identity.LimitMet;
import io.agizo.identity.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away who asks too much: strangers by their address, and by a tighter limit where they check out, people with a token
 * by their account, and programs by who they are if the shop sets a limit for them. What comes from the shop's own machine is
 * counted, but never refused to strangers there: it is a proxy that does not pass addresses on, or whoever tries the shop out.
 */
final class LimitedRequests extends OncePerRequestFilter {

    private static final Pattern CHECKOUT = Pattern.compile("/api/v1/carts/[^/]+/checkout");

    private final @Nullable RateLimit strangers;
    private final CheckoutLimit checkouts;
    private final @Nullable RateLimit people;
    private final RateLimit clients;
    private final int clientRequestsPerMinute;
    private final Answers answers;
    private final ApplicationEventPublisher events;

    LimitedRequests(
            LimitSettings settings,
            CheckoutLimit checkouts,
            Answers answers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.strangers = limit("public", settings.publicRequestsPerMinute(), clock);
        this.checkouts = checkouts;
        this.people = limit("account", settings.accountRequestsPerMinute(), clock);
        this.clients = new RateLimit("client", settings.clientRequestsPerMinute(), clock);
        this.clientRequestsPerMinute = settings.clientRequestsPerMinute();
        this.answers = answers;
        this.events = events;
    }

    static @Nullable RateLimit limit(String name, int perMinute, Clock clock) {
        return perMinute == 0 ? null : new RateLimit(name, perMinute, clock);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Verdict refused = refused(request, response);
        if (refused == null) {
            chain.doFilter(request, response);
        } else {
            events.publishEvent(new LimitMet(SignedIn.callerOf(request), "requests"));
            answers.write(answers.problem(refused.refusal()), request, response);
        }
    }

    private @Nullable Verdict refused(HttpServletRequest request, HttpServletResponse response) {
        Principal known = request.getUserPrincipal();
        if (known != null) {
            return Caller.accountOf(known.getName()).isPresent()
                    ? refused(people, known.getName(), response)
                    : refusedProgram(known, response);
        }
        Object network = RateLimit.network(request);
        Verdict refused = refused(strangers, network, response);
        if (refused == null && CHECKOUT.matcher(request.getServletPath()).matches()) {
            refused = checkouts.refusal(request, response).orElse(null);
        }
        return RateLimit.isOwnMachine(request) ? null : refused;
    }

    /** A program's own limit goes before the one for all of them. */
    private @Nullable Verdict refusedProgram(Principal program, HttpServletResponse response) {
        Integer own = program instanceof SignedIn signedIn ? signedIn.requestsPerMinute() : null;
        int perMinute = own == null ? clientRequestsPerMinute : own;
        if (perMinute == 0) {
            return null;
        }
        Verdict verdict = clients.take(program.getName(), perMinute, response);
        return verdict.granted() ? null : verdict;
    }

    private static @Nullable Verdict refused(@Nullable RateLimit limit, Object key, HttpServletResponse response) {
        if (limit == null) {
            return null;
        }
        Verdict verdict = limit.take(key, response);
        return verdict.granted() ? null : verdict;
    }
}
