package io.agizo.signin.oidc;

import io.agizo.identity.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Remembers in the browser which page somebody wanted who was asked to sign in, so that a stranger who knocks costs the shop
 * no row. Only the path of that page is kept, never the host that the request named, so the way leads nowhere but through
 * this shop, whoever planted the cookie.
 */
public final class WantedCookie {

    /** As long as somebody may take to sign in. */
    private static final Duration KEPT = Duration.ofMinutes(30);

    /** Browsers keep cookies of 4,096 characters with all that belongs to them. */
    private static final int LONGEST = 3_500;

    private final String name;
    private final boolean secure;

    public WantedCookie(String name, PublicAddress address) {
        this.name = address.isSecure() ? "__Host-" + name : name;
        this.secure = address.isSecure();
    }

    /** Remembers a page, not what a form was sent to. */
    public void remember(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getQueryString() == null
                ? request.getRequestURI()
                : request.getRequestURI() + '?' + request.getQueryString();
        if (HttpMethod.GET.matches(request.getMethod())) {
            remember(path, response);
        }
    }

    /** Remembers the page at the path, with its query. */
    public void remember(String path, HttpServletResponse response) {
        if (path.length() <= LONGEST) {
            write(response, inCookie(path), KEPT);
        }
    }

    /** The path and the query of the page, once; nothing for what would lead out of this shop. */
    public Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> path = read(request);
        if (path.isPresent()) {
            write(response, "", Duration.ZERO);
        }
        return path;
    }

    /** The same, and it is remembered still. */
    public Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name))
                .map(cookie -> cookie.getValue())
                .filter(path -> path.startsWith("/") && !path.startsWith("//") && !path.contains("\\"));
    }

    private void write(HttpServletResponse response, String value, Duration lifetime) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .maxAge(lifetime)
                        .secure(secure)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    /** What a cookie cannot hold (RFC 6265, 4.1.1), written as it may be in an address. */
    private static String inCookie(String path) {
        return path.replace("\"", "%22").replace(",", "%2C").replace(";", "%3B").replace("\\", "%5C");
    }
}
