package io.agizo.api.web;

import io.agizo.api.Answers;
import io.agizo.api.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows a problem to whoever asked: a document to programs, a page to people. */
@Component
final class ProblemView {

    private final Answers answers;

    ProblemView(Answers answers) {
        this.answers = answers;
    }

    /** The page that Spring MVC is to render, or null once the document is written. */
    @Nullable ModelAndView show(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isForPeople(request)) {
            if (problem.retryAfterSeconds() != null) {
                response.setHeader(
                        HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds().toString());
            }
            return new ModelAndView("api/error", Map.of("problem", problem), HttpStatus.valueOf(problem.status()));
        }
        answers.write(answers.problem(problem), request, response);
        return null;
    }

    private static boolean isForPeople(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
        return accept != null && accept.contains("text/html") && !path.startsWith("/api/");
    }
}
