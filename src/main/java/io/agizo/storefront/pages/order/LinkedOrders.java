package io.agizo.storefront.pages.order;

import io.agizo.api.RateLimit;
import io.agizo.orders.FollowOrder;
import io.agizo.orders.FollowedOrder;
import io.agizo.orders.OrderSecret;
import io.agizo.shared.NotFound;
import io.agizo.shared.TooMany;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Opens orders by the secrets in their links, and counts the wrong ones of each network. */
@Component
class LinkedOrders {

    /** Whoever copies a link by hand mistypes a few times; nobody finds one by trying, so this only saves the shop work. */
    private static final int WRONG_PER_MINUTE = 30;

    private final FollowOrder follow;
    private final RateLimit wrong;

    LinkedOrders(FollowOrder follow, Clock clock) {
        this.follow = follow;
        this.wrong = new RateLimit("wrong-order-link", WRONG_PER_MINUTE, clock);
    }

    FollowedOrder read(OrderSecret secret, HttpServletRequest request, HttpServletResponse response) {
        return counted(() -> follow.read(secret), request, response);
    }

    /** Does what is done with a link; the right one is good also where too many wrong ones came from. */
    <T> T counted(Supplier<T> use, HttpServletRequest request, HttpServletResponse response) {
        try {
            return use.get();
        } catch (NotFound unknown) {
            RateLimit.Verdict verdict = wrong.take(RateLimit.network(request), response);
            if (verdict.granted()) {
                throw unknown;
            }
            throw new TooMany(
                    "Too many links that lead nowhere. Try again later.", Duration.ofSeconds(verdict.retrySeconds()));
        }
    }
}
