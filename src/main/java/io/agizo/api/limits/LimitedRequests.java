package io.agizo.api.limits;

import io.agizo.api.Answers;
import io.agizo.api.RateLimit.Verdict;
import io.agizo.api.RequestLimits;
import io.agizo.identity.LimitMet;
import io.agizo.identity.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away who asks too much, before the shop does anything for them. */
final class LimitedRequests extends OncePerRequestFilter {

    private static final Pattern CHECKOUT = Pattern.compile("/api/v1/carts/[^/]+/checkout");
    private static final String CARTS = "/api/v1/carts";

    private final RequestLimits limits;
    private final Answers answers;
    private final ApplicationEventPublisher events;

    LimitedRequests(RequestLimits limits, Answers answers, ApplicationEventPublisher events) {
        this.limits = limits;
        this.answers = answers;
        this.events = events;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Verdict> refused = limits.refusal(request, response).or(() -> refusalOfItsKind(request, response));
        if (refused.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            events.publishEvent(new LimitMet(SignedIn.callerOf(request), "requests"));
            answers.write(answers.problem(refused.get().refusal()), request, response);
        }
    }

    private Optional<Verdict> refusalOfItsKind(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getServletPath();
        if (CHECKOUT.matcher(path).matches()) {
            return limits.refusalOfCheckout(request, response);
        }
        return HttpMethod.POST.matches(request.getMethod()) && path.equals(CARTS)
                ? limits.refusalOfCart(request, response)
                : Optional.empty();
    }
}
