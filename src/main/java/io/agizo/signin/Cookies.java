package io.agizo.signin;

import io.agizo.pages.ShopCookies;
import java.util.List;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/** The cookies that Spring makes for people who sign in and for forms, as all {@link ShopCookies} are. */
@Component
class Cookies {

    private final ShopCookies cookies;

    Cookies(ShopCookies cookies) {
        this.cookies = cookies;
    }

    DefaultCookieSerializer ofSessions() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(cookies.name("session"));
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(cookies.areSecure());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite(ShopCookies.SAME_SITE);
        cookie.setUseBase64Encoding(false);
        return cookie;
    }

    /** A cookie rather than a session, so that to look at a page with a form costs the shop no row. */
    CsrfTokenRepository ofForms() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(cookies.name("form"));
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.secure(cookies.areSecure()).httpOnly(true).sameSite(ShopCookies.SAME_SITE));
        return new FormTokens(tokens);
    }

    /** Gives whoever signs in another session id and another token for forms, so that no one else knows either of them. */
    SessionAuthenticationStrategy renewed() {
        return new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(ofForms())));
    }
}
