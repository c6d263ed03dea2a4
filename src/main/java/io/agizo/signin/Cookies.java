package io.agizo.signin;

import io.agizo.identity.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * What the cookies of people's browsers look like: out of reach of scripts and of other sites' forms. Behind TLS their
 * names begin with {@code __Host-}, so that no neighbouring host name can plant one (RFC 6265bis).
 */
@Component
class Cookies {

    private static final String SAME_SITE = "Lax";

    private final boolean secure;

    Cookies(PublicAddress address) {
        this.secure = address.isSecure();
    }

    DefaultCookieSerializer ofSessions() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name("session"));
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(secure);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite(SAME_SITE);
        cookie.setUseBase64Encoding(false);
        return cookie;
    }

    /** A cookie rather than a session, so that to look at a page with a form costs the shop no row. */
    CsrfTokenRepository ofForms() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(name("form"));
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.secure(secure).httpOnly(true).sameSite(SAME_SITE));
        return new FormTokens(tokens);
    }

    /** Gives whoever signs in another session id and another token for forms, so that no one else knows either of them. */
    SessionAuthenticationStrategy renewed() {
        return new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(ofForms())));
    }

    Optional<String> read(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(name))).map(cookie -> cookie.getValue());
    }

    void write(HttpServletResponse response, String name, String value, Duration lifetime) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(name), value)
                        .path("/")
                        .maxAge(lifetime)
                        .secure(secure)
                        .httpOnly(true)
                        .sameSite(SAME_SITE)
                        .build()
                        .toString());
    }

    private String name(String plain) {
        return secure ? "__Host-" + plain : plain;
    }
}
