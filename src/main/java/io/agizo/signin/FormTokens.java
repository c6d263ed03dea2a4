package io.agizo.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** Draws the tokens of forms from 256 random bits, where Spring Security takes the 122 of a UUID; it keeps them as that does. */
final class FormTokens implements CsrfTokenRepository {

    private final CookieCsrfTokenRepository cookie;

    FormTokens(CookieCsrfTokenRepository cookie) {
        this.cookie = cookie;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        CsrfToken names = cookie.generateToken(request);
        return new DefaultCsrfToken(
                names.getHeaderName(), names.getParameterName(), Secret.next().value());
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        cookie.saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return cookie.loadToken(request);
    }
}
