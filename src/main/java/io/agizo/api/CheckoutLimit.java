package io.agizo.api;

import io.agizo.api.RateLimit.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many carts strangers at one address may check out, through whichever door. */
public final class CheckoutLimit {

    private final @Nullable RateLimit limit;

    /** Without a limit if there is none. */
    public CheckoutLimit(@Nullable RateLimit limit) {
        this.limit = limit;
    }

    /** Counts a checkout of a stranger; the verdict on it if it is one too many. */
    public Optional<Verdict> refusal(HttpServletRequest request, HttpServletResponse response) {
        if (limit == null || request.getUserPrincipal() != null) {
            return Optional.empty();
        }
        Verdict verdict = limit.take(RateLimit.network(request), response);
        return verdict.granted() || RateLimit.isOwnMachine(request) ? Optional.empty() : Optional.of(verdict);
    }
}
