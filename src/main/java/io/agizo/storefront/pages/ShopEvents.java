package io.agizo.storefront.pages;

import io.agizo.api.RateLimit;
import io.agizo.live.Topic;
import io.agizo.live.stream.Audience;
import io.agizo.live.stream.Hearing;
import io.agizo.live.stream.LiveStreams;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells open pages of the shop that there are more or fewer of the products that they show. */
@Controller
class ShopEvents {

    /** As many as a cart holds. */
    private static final int MOST_PRODUCTS = 100;

    private final LiveStreams streams;

    ShopEvents(LiveStreams streams) {
        this.streams = streams;
    }

    /** The stream about the products; {@code last} and {@code age} are as {@code js/live.js} sends them. */
    @GetMapping("/events")
    void events(
            @RequestParam(defaultValue = "") List<String> sku,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            @RequestParam(defaultValue = "0") long age,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Set<String> wanted = Set.copyOf(sku.subList(0, Math.min(sku.size(), MOST_PRODUCTS)));
        streams.open(new Shopper(RateLimit.network(request), wanted), last, age, request, response);
    }

    /** Whoever looks at some products. */
    private record Shopper(String network, Set<String> products) implements Audience {

        /** A whole district comes by the one address of its telephone company. */
        private static final int MOST_OF_NETWORK = 200;

        @Override
        public String name() {
            return "shopper " + network;
        }

        @Override
        public int mostStreams() {
            return MOST_OF_NETWORK;
        }

        @Override
        public boolean isStranger() {
            return true;
        }

        @Override
        public Optional<Hearing> hearing() {
            return Optional.of(new Hearing(
                    Set.of(Topic.STOCK),
                    change -> change.topic() == Topic.STOCK && products.contains(change.subject())));
        }
    }
}
