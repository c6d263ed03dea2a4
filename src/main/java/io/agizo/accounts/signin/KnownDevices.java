package io.agizo.accounts.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Knows browsers again in which somebody has signed in, by a cookie that proves nothing but that. Wrong passwords from
 * elsewhere do not slow them down, so that nobody is kept out by whoever guesses at their account.
 */
@Component
class KnownDevices {

    private static final String COOKIE = "device";
    private static final Duration KEPT = Duration.ofDays(365);

    private final LoginStore store;
    private final Cookies cookies;
    private final Clock clock;

    KnownDevices(LoginStore store, Cookies cookies, Clock clock) {
        this.store = store;
        this.cookies = cookies;
        this.clock = clock;
    }

    /** The token of the browser, if it has one. */
    Optional<Secret> token(HttpServletRequest request) {
        return cookies.read(request, COOKIE).map(Secret::new);
    }

    boolean isKnown(Secret token, Login login) {
        return store.isKnownDevice(token.hash(), login);
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
