package io.agizo.platform;

import io.agizo.api.Answers;
import io.agizo.api.Problem;
import io.agizo.api.ProblemType;
import io.agizo.shared.ThisComputer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers in the demo only who calls it by a name of its own computer. Another site can have its name lead here, and its pages
 * would then read what the demo shows to this computer only.
 */
final class OwnNamesOnly extends OncePerRequestFilter {

    private static final Pattern PORT = Pattern.compile(":[0-9]*$");

    private final Answers answers;

    OwnNamesOnly(Answers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isOwnName(request.getHeader(HttpHeaders.HOST))) {
            chain.doFilter(request, response);
        } else {
            Problem problem = Problem.of(
                    ProblemType.BAD_REQUEST,
                    "The demo shop answers on its own computer only: ask for it as localhost or 127.0.0.1.");
            answers.write(answers.problem(problem), request, response);
        }
    }

    /** What a proxy says of the name does not count, for a page can say it as well. */
    private static boolean isOwnName(@Nullable String host) {
        return host != null && ThisComputer.isNamed(PORT.matcher(host).replaceFirst(""));
    }
}
