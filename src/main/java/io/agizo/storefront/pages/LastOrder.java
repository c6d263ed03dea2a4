package io.agizo.storefront.pages;

import io.agizo.orders.FollowOrder;
import io.agizo.orders.OrderLinks;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.OrderSecret;
import io.agizo.pages.ShopCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The order that was last placed in a browser, in a cookie: whoever goes back to the checkout after it, or never heard that it
 * came through, is led to it.
 */
@Component
public class LastOrder {

    private static final String COOKIE = "ordered";

    /** Whoever goes back later than that begins anew. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final ShopCookies cookies;
    private final OrderLinks links;
    private final FollowOrder orders;

    LastOrder(ShopCookies cookies, OrderLinks links, FollowOrder orders) {
        this.cookies = cookies;
        this.links = links;
        this.orders = orders;
    }

    /** Keeps that it was placed here, and gives the address of its page. */
    public String placed(OrderNumber number, HttpServletResponse response) {
        String secret = links.of(number).value();
        cookies.write(response, COOKIE, secret, KEPT);
        return page(secret);
    }

    /** The address of its page; empty if there is none, or not any more. */
    public Optional<String> page(HttpServletRequest request) {
        return cookies.read(request, COOKIE)
                .filter(secret -> orders.isGood(new OrderSecret(secret)))
                .map(LastOrder::page);
    }

    /** Whether it is the one with that secret. */
    public boolean is(String secret, HttpServletRequest request) {
        return cookies.read(request, COOKIE).filter(secret::equals).isPresent();
    }

    private static String page(String secret) {
        return "/orders/" + secret;
    }
}
