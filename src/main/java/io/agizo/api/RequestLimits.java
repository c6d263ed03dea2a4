package io.agizo.api;

import io.agizo.api.RateLimit.Verdict;
import io.agizo.identity.Caller;
import io.agizo.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What each may ask of the shop in a minute, through whichever door: strangers by their network, with tighter limits for
 * opening carts and for checking them out, people with a token by their account, and programs by who they are. What comes from
 * the shop's own machine, and through no proxy there, is counted but not refused, unless it has somebody texted.
 *
 * @param strangers null for no limit, as all but the one of clients
 * @param clientRequestsPerMinute what a program without a limit of its own may send; 0 for any number
 */
public record RequestLimits(
        @Nullable RateLimit strangers,
        @Nullable RateLimit carts,
        @Nullable RateLimit checkouts,
        @Nullable RateLimit people,
        RateLimit clients,
        int clientRequestsPerMinute) {

    /** Counts a request; the verdict on it if it is one too many. */
    public Optional<Verdict> refusal(HttpServletRequest request, HttpServletResponse response) {
        return limit(request)
                .map(theirs -> theirs.limit.take(theirs.key, theirs.perMinute, response))
                .filter(verdict -> isRefused(verdict, request));
    }

    /** Counts so many more for a request that holds several in one. */
    public Optional<Verdict> refusal(HttpServletRequest request, int more) {
        return limit(request)
                .map(theirs -> theirs.limit.takeMore(theirs.key, theirs.perMinute, more))
                .filter(verdict -> isRefused(verdict, request));
    }

    /** Counts a cart that is opened; the verdict on it if it is one too many. */
    public Optional<Verdict> refusalOfCart(HttpServletRequest request, HttpServletResponse response) {
        return ofStranger(carts, request, response).filter(verdict -> isRefused(verdict, request));
    }

    /** Counts a checkout, which has somebody texted; the verdict on it if it is one too many. */
    public Optional<Verdict> refusalOfCheckout(HttpServletRequest request, HttpServletResponse response) {
        return ofStranger(checkouts, request, response).filter(verdict -> !verdict.granted());
    }

    private record Theirs(RateLimit limit, Object key, int perMinute) {}

    private Optional<Theirs> limit(HttpServletRequest request) {
        Principal known = request.getUserPrincipal();
        if (known == null) {
            return theirs(strangers, RateLimit.network(request));
        }
        if (Caller.accountOf(known.getName()).isPresent()) {
            return theirs(people, known.getName());
        }
        Integer own = known instanceof SignedIn signedIn ? signedIn.requestsPerMinute() : null;
        int perMinute = own == null ? clientRequestsPerMinute : own;
        return perMinute == 0 ? Optional.empty() : Optional.of(new Theirs(clients, known.getName(), perMinute));
    }

    private static Optional<Theirs> theirs(@Nullable RateLimit limit, Object key) {
        return limit == null ? Optional.empty() : Optional.of(new Theirs(limit, key, limit.perMinute()));
    }

    private static boolean isRefused(Verdict verdict, HttpServletRequest request) {
        boolean tryingOut = request.getUserPrincipal() == null && RateLimit.isOwnMachine(request);
        return !verdict.granted() && !tryingOut;
    }

    private static Optional<Verdict> ofStranger(
            @Nullable RateLimit limit, HttpServletRequest request, HttpServletResponse response) {
        return limit == null || request.getUserPrincipal() != null
                ? Optional.empty()
                : Optional.of(limit.take(RateLimit.network(request), response));
    }
}
