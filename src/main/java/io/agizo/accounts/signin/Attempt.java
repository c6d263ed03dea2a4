package io.agizo.accounts.signin;

import io.agizo.api.RateLimit;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where an attempt to sign in comes from.
 *
 * @param network null for the shop's own machine: a proxy that does not pass addresses on would stand for everyone
 * @param device the token of the browser; null if it has none yet
 */
record Attempt(@Nullable String network, @Nullable Secret device) {

    static Attempt of(HttpServletRequest request, KnownDevices devices) {
        String network = RateLimit.isOwnMachine(request)
                ? null
                : RateLimit.network(request).toString();
        return new Attempt(network, devices.token(request).orElse(null));
    }
}
