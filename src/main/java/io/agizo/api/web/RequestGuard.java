package io.agizo.api.web;

import io.agizo.api.Answers;
import io.agizo.api.Problem;
import io.agizo.api.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before the API: refuses addresses that are not text or say a thing twice and bodies that are too large, and keeps JSON bodies. */
final class RequestGuard extends OncePerRequestFilter {

    /** Room for the longest cursor and a search, in whatever script. */
    private static final int LONGEST_ADDRESS = 4096;

    private final Answers answers;

    RequestGuard(Answers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // Who asks decides what is shown, so no cache may give one the other's answer.
        response.addHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        boolean json = isJson(request.getContentType());
        Problem refusal = refusal(request, json);
        if (refusal != null) {
            answers.write(answers.problem(refusal), request, response);
        } else {
            chain.doFilter(json ? new JsonBody(request) : request, response);
        }
    }

    private static @Nullable Problem refusal(HttpServletRequest request, boolean json) {
        String path = request.getRequestURI();
        String query = request.getQueryString();
        if (path.length() + (query == null ? 0 : query.length()) > LONGEST_ADDRESS) {
            return Problem.of(ProblemType.URI_TOO_LONG, ProblemType.URI_TOO_LONG.meaning());
        }
        if (!PercentEncoding.isText(path) || (query != null && !PercentEncoding.isText(query))) {
            return Problem.of(ProblemType.BAD_REQUEST, "The address is not UTF-8 text in percent encoding.");
        }
        if (query != null && namesTwice(query)) {
            return Problem.of(ProblemType.BAD_REQUEST, "The address names a parameter twice.");
        }
        if (json && request.getContentLengthLong() > JsonBody.MOST_BYTES) {
            return BodyRefused.tooLarge(JsonBody.MOST_BYTES).problem();
        }
        return null;
    }

    /** Which of two values counts, one program may decide in one way and the next in another. */
    private static boolean namesTwice(String query) {
        if (query.indexOf('&') < 0) {
            return false;
        }
        Set<String> names = new HashSet<>();
        for (String parameter : query.split("&", -1)) {
            int end = parameter.indexOf('=');
            String name = end < 0 ? parameter : parameter.substring(0, end);
            if (!name.isEmpty() && !names.add(URLDecoder.decode(name, StandardCharsets.UTF_8))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        int end = contentType.indexOf(';');
        String type =
                (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.endsWith("+json");
    }
}
