package io.agizo.storefront.pages.order;

import io.agizo.api.RateLimit;
import io.agizo.live.Topic;
import io.agizo.live.stream.Audience;
import io.agizo.live.stream.Hearing;
import io.agizo.live.stream.LiveStreams;
import io.agizo.orders.FollowOrder;
import io.agizo.orders.OrderSecret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells the open page of an order what becomes of it, and nothing of any other. */
@Controller
class FollowEvents {

    private final LiveStreams streams;
    private final LinkedOrders orders;
    private final FollowOrder follow;

    FollowEvents(LiveStreams streams, LinkedOrders orders, FollowOrder follow) {
        this.streams = streams;
        this.orders = orders;
        this.follow = follow;
    }

    /**
     * The stream.
     *
     * @param resumed what a browser says by itself after a broken line
     * @param age of the page, in milliseconds
     */
    @GetMapping("/orders/{secret}/events")
    void events(
            @PathVariable String secret,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String resumed,
            @RequestParam(defaultValue = "0") long age,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        OrderSecret link = new OrderSecret(secret);
        orders.read(link, request, response);
        streams.open(new Follower(link, RateLimit.network(request), follow), resumed, age, request, response);
    }

    /** Whoever holds the link, as long as it is good. */
    private record Follower(OrderSecret link, String from, FollowOrder follow) implements Audience {

        @Override
        public String name() {
            return "order " + link.value();
        }

        @Override
        public Optional<String> network() {
            return Optional.of(from);
        }

        /** That much has changed among orders is told to all, and says nothing of any. */
        @Override
        public Optional<Hearing> hearing() {
            return follow.isGood(link)
                    ? Optional.of(new Hearing(Set.of(Topic.ORDERS), follow.changes(link)))
                    : Optional.empty();
        }
    }
}
