package io.agizo.pages;

import io.agizo.identity.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * What the cookies of people's browsers look like: out of reach of scripts and of other sites' forms. Behind TLS their
 * names begin with {@code __Host-}, so that no neighbouring host name can plant one (RFC 6265bis).
 */
@Component
public class ShopCookies {

    public static final String SAME_SITE = "Lax";

    /** How many units are in the browser's cart, so that no page asks the database for it. */
    public static final String UNITS_IN_CART = "cart-units";

    private final boolean secure;

    public ShopCookies(PublicAddress address) {
        this.secure = address.isSecure();
    }

    public boolean areSecure() {
        return secure;
    }

    /** What the cookie is called in this shop. */
    public String name(String plain) {
        return secure ? "__Host-" + plain : plain;
    }

    public Optional<String> read(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(name))).map(cookie -> cookie.getValue());
    }

    public void write(HttpServletResponse response, String name, String value, Duration lifetime) {
        add(response, name, value, lifetime, true);
    }

    /** One that scripts may read as well, which holds nothing that is worth stealing. */
    public void writeReadable(HttpServletResponse response, String name, String value, Duration lifetime) {
        add(response, name, value, lifetime, false);
    }

    private void add(
            HttpServletResponse response, String name, String value, Duration lifetime, boolean outOfReachOfScripts) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(name), value)
                        .path("/")
                        .maxAge(lifetime)
                        .secure(secure)
                        .httpOnly(outOfReachOfScripts)
                        .sameSite(SAME_SITE)
                        .build()
                        .toString());
    }
}
