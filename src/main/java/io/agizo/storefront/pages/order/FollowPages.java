package io.agizo.storefront.pages.order;

import io.agizo.orders.Decision;
import io.agizo.orders.FollowOrder;
import io.agizo.orders.FollowedOrder;
import io.agizo.orders.ItemNames;
import io.agizo.orders.OrderAgain;
import io.agizo.orders.OrderAgain.Refilled;
import io.agizo.orders.OrderSecret;
import io.agizo.orders.OrderStatus;
import io.agizo.orders.OrderView;
import io.agizo.pages.Message;
import io.agizo.shared.Shop;
import io.agizo.storefront.pages.Basket;
import io.agizo.storefront.pages.LastOrder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An order's own page, which its shopper is texted the address of: what it is, how far, and what can be done about it. */
@Controller
class FollowPages {

    private final LinkedOrders orders;
    private final FollowOrder follow;
    private final OrderAgain again;
    private final ItemNames names;
    private final Basket basket;
    private final LastOrder lastOrder;
    private final Shop shop;

    FollowPages(
            LinkedOrders orders,
            FollowOrder follow,
            OrderAgain again,
            ItemNames names,
            Basket basket,
            LastOrder lastOrder,
            Shop shop) {
        this.orders = orders;
        this.follow = follow;
        this.again = again;
        this.names = names;
        this.basket = basket;
        this.lastOrder = lastOrder;
        this.shop = shop;
    }

    @GetMapping("/orders/{secret}")
    String show(
            @PathVariable String secret,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        FollowedOrder order = orders.read(new OrderSecret(secret), request, response);
        boolean isNew = order.status() == OrderStatus.PENDING && lastOrder.is(secret, request);
        return show(order, secret, isNew, null, locale, model);
    }

    /** Cancels what is pending. Who presses once more has it cancelled already; who is too late is told so. */
    @PostMapping("/orders/{secret}/cancel")
    String cancel(
            @PathVariable String secret,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        OrderSecret link = new OrderSecret(secret);
        Decision decision = orders.counted(() -> follow.cancel(link), request, response);
        FollowedOrder order = follow.read(link);
        if (decision instanceof Decision.Taken || order.status() == OrderStatus.CANCELLED) {
            return "redirect:/orders/" + secret;
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        String late = "follow.cancel.late." + order.status().word();
        return show(order, secret, false, Message.of(late), locale, model);
    }

    /** For whoever chooses another language, or comes back, where what was pressed could not be done. */
    @GetMapping({"/orders/{secret}/cancel", "/orders/{secret}/again"})
    String back(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        orders.read(new OrderSecret(secret), request, response);
        return "redirect:/orders/" + secret;
    }

    /** Fills the cart of this browser with the same once more. */
    @PostMapping("/orders/{secret}/again")
    String again(
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        OrderSecret link = new OrderSecret(secret);
        orders.read(link, request, response);
        Refilled refilled = again.fill(link, basket.open(request, response));
        basket.keep(refilled.cart(), response);
        if (!refilled.missing().isEmpty()) {
            String missing = String.join(", ", refilled.missing());
            redirect.addFlashAttribute(
                    "caution",
                    refilled.isNothing()
                            ? Message.of("follow.again.nothing", missing)
                            : Message.of("follow.again.missing", missing));
        }
        return "redirect:/cart";
    }

    private String show(
            FollowedOrder order, String secret, boolean isNew, @Nullable Message alert, Locale locale, Model model) {
        String language = locale.getLanguage();
        List<OrderView.Line> lines =
                order.lines().stream().map(names.in(language, order.lines())).toList();
        String said = shop.brand().delivery().in(language);
        model.addAttribute("view", new FollowView(order, lines, secret, isNew, alert, said));
        return "storefront/order/order";
    }
}
