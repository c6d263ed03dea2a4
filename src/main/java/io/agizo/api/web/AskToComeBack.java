package io.agizo.api.web;

import io.agizo.api.Answers;
import io.agizo.api.Overload;
import io.agizo.api.Problem;
import io.agizo.api.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks whoever meets a busy or absent database in a filter to come back later, as Spring MVC does in its controllers: there
 * sessions are read, and people sign in.
 */
final class AskToComeBack extends OncePerRequestFilter {

    private static final int RETRY_SECONDS = 1;

    private final Answers answers;

    AskToComeBack(Answers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (response.isCommitted() || !isOverload(failure)) {
                throw failure;
            }
            response.reset();
            Problem problem = Problem.of(ProblemType.OVERLOADED, ProblemType.OVERLOADED.meaning());
            answers.tell(problem.retryAfter(RETRY_SECONDS), request, response);
        }
    }

    private static boolean isOverload(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (Overload.isMeantBy(cause)) {
                return true;
            }
        }
        return false;
    }
}
