package io.agizo.storefront.pages;

import io.agizo.api.Problem;
import io.agizo.api.RateLimit.Verdict;
import io.agizo.api.RequestLimits;
import io.agizo.cart.Cart;
import io.agizo.cart.CartId;
import io.agizo.cart.CartView;
import io.agizo.cart.Carts;
import io.agizo.orders.OrderNumber;
import io.agizo.pages.ShopCookies;
import io.agizo.shared.NotFound;
import io.agizo.shared.Sku;
import io.agizo.shared.TooMany;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The cart of a browser. Its cookie holds the secret; another one tells every page how many units are in it. */
@Component
public class Basket {

    private static final String CART = "cart";

    private final Carts carts;
    private final ShopCookies cookies;
    private final RequestLimits limits;
    private final LastOrder lastOrder;

    Basket(Carts carts, ShopCookies cookies, RequestLimits limits, LastOrder lastOrder) {
        this.carts = carts;
        this.cookies = cookies;
        this.limits = limits;
        this.lastOrder = lastOrder;
    }

    /** The browser's cart, open or checked out lately, as whoever holds it may. */
    public Optional<CartId> id(HttpServletRequest request) {
        return cookies.read(request, CART).flatMap(Basket::idIfValid);
    }

    /** Shows the open cart of the browser; empty if there is none, which the browser is told as well. */
    public Optional<CartView> show(HttpServletRequest request, HttpServletResponse response) {
        Optional<CartView> cart = id(request).flatMap(this::showIfThere);
        if (cart.isEmpty()) {
            if (id(request).isPresent()) {
                forget(response);
            }
            return cart;
        }
        String order = cart.get().order();
        if (order != null) {
            ordered(new OrderNumber(order), response);
            return Optional.empty();
        }
        keep(cart.get(), response);
        return cart;
    }

    /** Adds so many units of a product to the browser's cart, which is opened if there is none. */
    public CartView add(Sku sku, int units, HttpServletRequest request, HttpServletResponse response) {
        return change(request, response, cart -> carts.add(cart, sku, units));
    }

    /** Sets how many units of a product are in the browser's cart, one at least. */
    public CartView put(Sku sku, int units, HttpServletRequest request, HttpServletResponse response) {
        return change(request, response, cart -> carts.put(cart, sku, units, null));
    }

    /** Takes a product out of the browser's cart; it is no fault if it is not there any more. */
    public CartView remove(Sku sku, HttpServletRequest request, HttpServletResponse response) {
        return change(request, response, cart -> {
            boolean there = carts.show(cart).lines().stream()
                    .anyMatch(line -> line.sku().equals(sku));
            return there ? carts.remove(cart, sku, null) : carts.show(cart);
        });
    }

    /** The cart has become that order, whose page is at the address that is given: the browser has an empty one again. */
    public String ordered(OrderNumber order, HttpServletResponse response) {
        forget(response);
        return lastOrder.placed(order, response);
    }

    /** The open cart of the browser; a new one if there is none. */
    public CartId open(HttpServletRequest request, HttpServletResponse response) {
        return id(request).filter(carts::isOpen).orElseGet(() -> opened(request, response));
    }

    private Optional<CartView> showIfThere(CartId cart) {
        try {
            return Optional.of(carts.show(cart));
        } catch (NotFound expired) {
            return Optional.empty();
        }
    }

    private void forget(HttpServletResponse response) {
        cookies.write(response, CART, "", Duration.ZERO);
        cookies.writeReadable(response, ShopCookies.UNITS_IN_CART, "", Duration.ZERO);
    }

    private CartView change(
            HttpServletRequest request, HttpServletResponse response, Function<CartId, CartView> change) {
        CartView changed = change.apply(open(request, response));
        keep(changed, response);
        return changed;
    }

    private CartId opened(HttpServletRequest request, HttpServletResponse response) {
        Optional<Verdict> tooMany = limits.refusalOfCart(request, response);
        if (tooMany.isPresent()) {
            Problem refusal = tooMany.get().refusal();
            throw new TooMany(refusal.detail(), Duration.ofSeconds(tooMany.get().retrySeconds()));
        }
        return carts.open().id();
    }

    /** Has the browser keep the cart as its own. */
    public void keep(CartView cart, HttpServletResponse response) {
        cookies.write(response, CART, cart.id().secret(), Cart.KEPT);
        cookies.writeReadable(response, ShopCookies.UNITS_IN_CART, Integer.toString(cart.units()), Cart.KEPT);
    }

    private static Optional<CartId> idIfValid(String secret) {
        try {
            return Optional.of(new CartId(secret));
        } catch (NotFound otherwiseWritten) {
            return Optional.empty();
        }
    }
}
