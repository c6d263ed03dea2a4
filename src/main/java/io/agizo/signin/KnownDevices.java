package io.agizo.signin;

import io.agizo.pages.ShopCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Knows browsers again in which somebody has signed in, by a cookie that proves nothing but that. What
 * strangers try elsewhere does not slow them down, so that nobody is kept out by whoever guesses at their account.
 */
@Component
class KnownDevices {

    private static final String COOKIE = "device";
    private static final Duration KEPT = Duration.ofDays(365);

    private final LoginStore store;
    private final ShopCookies cookies;
    private final Clock clock;

    KnownDevices(LoginStore store, ShopCookies cookies, Clock clock) {
        this.store = store;
        this.cookies = cookies;
        this.clock = clock;
    }

    /** The token of the browser, if it has one. */
    Optional<Secret> token(HttpServletRequest request) {
        return cookies.read(request, COOKIE).map(Secret::new);
    }

    /** Whose tries to sign in by that login are counted together. */
    Origin origin(Login login, Attempt attempt) {
        return origin(login.key(), attempt, token -> store.isKnownDevice(token.hash(), login));
    }

    /** Whose tries at that account are counted together. */
    Origin origin(UUID account, Attempt attempt) {
        return origin(account.toString(), attempt, token -> store.isKnownDevice(token.hash(), account));
    }

    private static Origin origin(String account, Attempt attempt, Predicate<Secret> isKnown) {
        Secret device = attempt.device();
        return new Origin(account, attempt.network(), device != null && isKnown.test(device) ? device : null);
    }

    void remember(UUID account, HttpServletRequest request, HttpServletResponse response) {
        Secret token = token(request).orElseGet(Secret::next);
        store.knowDevice(token.hash(), account, clock.instant());
        cookies.write(response, COOKIE, token.value(), KEPT);
    }

    @Scheduled(fixedDelayString = "PT24H", initialDelayString = "PT30M")
    void forgetOld() {
        store.forgetDevices(clock.instant().minus(KEPT));
    }
}
