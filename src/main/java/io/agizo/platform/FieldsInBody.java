package io.agizo.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses forms with fields in their address: servlets read both as one, so that a link could fill in what nobody typed, and
 * an address is written into logs.
 */
final class FieldsInBody extends OncePerRequestFilter {

    private final RequestMatcher others;

    /**
     * A filter for all addresses but some.
     *
     * @param others where those who send forms are told an address with parameters
     */
    FieldsInBody(RequestMatcher others) {
        this.others = others;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod()) || others.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getQueryString() != null) {
            response.sendError(HttpStatus.BAD_REQUEST.value(), "The fields of a form belong into its body.");
        } else {
            chain.doFilter(request, response);
        }
    }
}
