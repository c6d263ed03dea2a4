package io.agizo.signin;

import io.agizo.api.RateLimit;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where an attempt to sign in comes from.
 *
 * @param network also of the shop's own machine: whoever guesses or has texts sent there is slowed like anyone
 * @param device the token of the browser; null if it has none yet
 */
record Attempt(String network, @Nullable Secret device) {

    static Attempt of(HttpServletRequest request, KnownDevices devices) {
        return new Attempt(RateLimit.network(request), devices.token(request).orElse(null));
    }
}
