package io.agizo.issuer;

import io.agizo.identity.Proof;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes a stranger, for one request, of who must prove anew who they are: a client can ask for that by {@code prompt=login},
 * {@code prompt=select_account}, for which people sign in as whoever they choose, and {@code max_age} (OpenID Connect Core, 3.1.2.1). So they are sent to sign in, or with {@code prompt=none} the client is told
 * that they would have to.
 */
final class AskAnew extends OncePerRequestFilter {

    static final String ASKED = AskAnew.class.getName();

    private final Clock clock;

    AskAnew(Clock clock) {
        this.clock = clock;
    }

    /** Whether the request is from somebody who is signed in and has to sign in anew. */
    static boolean isMeantBy(HttpServletRequest request) {
        return request.getAttribute(ASKED) != null;
    }

    /** Whether they are to choose as whom. */
    static boolean letsChoose(HttpServletRequest request) {
        return prompts(request).contains(AuthorizationRules.SELECT_ACCOUNT);
    }

    static Set<String> prompts(HttpServletRequest request) {
        return AuthorizationRules.prompts(request.getParameter(AuthorizationRules.PROMPT));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration most = oldestGood(request);
        if (most != null && isTooOld(request, most)) {
            request.setAttribute(ASKED, true);
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean isTooOld(HttpServletRequest request, Duration most) {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        HttpSession session = request.getSession(false);
        if (person == null || session == null) {
            return false;
        }
        Instant now = clock.instant();
        Instant proved = Proof.of(person).orElse(Instant.EPOCH);
        if (proved.plus(most).isAfter(now) || wasAskedBefore(request, session, proved)) {
            session.removeAttribute(ASKED);
            return false;
        }
        session.setAttribute(ASKED, now.toEpochMilli() + " " + request.getQueryString());
        return true;
    }

    /** Whether they have signed in since this very request was turned back: no age of zero could be met otherwise. */
    private static boolean wasAskedBefore(HttpServletRequest request, HttpSession session, Instant proved) {
        String asked = Objects.toString(session.getAttribute(ASKED), "");
        int between = asked.indexOf(' ');
        return between > 0
                && asked.substring(between + 1).equals(request.getQueryString())
                && proved.toEpochMilli() >= Long.parseLong(asked.substring(0, between));
    }

    /** How long ago the person may have signed in at most; null if the client does not mind. An age that is none asks anew. */
    private static @Nullable Duration oldestGood(HttpServletRequest request) {
        Set<String> prompts = prompts(request);
        if (prompts.contains(AuthorizationRules.LOGIN) || prompts.contains(AuthorizationRules.SELECT_ACCOUNT)) {
            return Duration.ZERO;
        }
        String seconds = request.getParameter("max_age");
        if (seconds == null) {
            return null;
        }
        return seconds.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }
}
