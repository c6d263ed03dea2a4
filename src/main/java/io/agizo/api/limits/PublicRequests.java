package io.agizo.api.limits;

import io.agizo.api.Answers;
import io.agizo.api.Problem;
import io.agizo.api.ProblemType;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away what nobody signed for once too much of it comes from one address. */
final class PublicRequests extends OncePerRequestFilter {

    private final PublicLimit limit;
    private final Answers answers;

    PublicRequests(PublicLimit limit, Answers answers) {
        this.limit = limit;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        InetAddress address = InetAddress.ofLiteral(request.getRemoteAddr());
        if (isSignedIn() || address.isLoopbackAddress()) {
            chain.doFilter(request, response);
            return;
        }
        ConsumptionProbe taken = limit.take(address);
        response.setHeader(
                "RateLimit-Policy",
                "\"public\";q=%d;w=%d".formatted(limit.perMinute(), PublicLimit.WINDOW.toSeconds()));
        response.setHeader(
                "RateLimit",
                "\"public\";r=%d;t=%d".formatted(taken.getRemainingTokens(), seconds(taken.getNanosToWaitForReset())));
        if (taken.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            Problem problem = Problem.of(ProblemType.TOO_MANY_REQUESTS, ProblemType.TOO_MANY_REQUESTS.meaning())
                    .retryAfter(seconds(taken.getNanosToWaitForRefill()));
            answers.write(answers.problem(problem), request, response);
        }
    }

    private static boolean isSignedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && !(authentication instanceof AnonymousAuthenticationToken);
    }

    private static int seconds(long nanos) {
        return (int) Duration.ofNanos(nanos).plusSeconds(1).toSeconds();
    }
}
