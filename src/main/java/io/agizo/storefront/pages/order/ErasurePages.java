package io.agizo.storefront.pages.order;

import io.agizo.api.RateLimit;
import io.agizo.leaving.EraseGuest;
import io.agizo.orders.FollowedOrder;
import io.agizo.orders.OrderSecret;
import io.agizo.orders.ProveByOrder;
import io.agizo.pages.Form;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.TooMany;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which somebody who ordered without an account has erased what they gave. */
@Controller
class ErasurePages {

    private static final int SECONDS_PER_MINUTE = 60;

    private final LinkedOrders orders;
    private final ProveByOrder proofs;
    private final EraseGuest guests;

    ErasurePages(LinkedOrders orders, ProveByOrder proofs, EraseGuest guests) {
        this.orders = orders;
        this.proofs = proofs;
        this.guests = guests;
    }

    /**
     * Says what goes and what stays, before anything is done.
     *
     * @param texted there, with whatever value, once a code is on its way; null before
     */
    @GetMapping("/orders/{secret}/erase")
    String ask(
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable String texted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        FollowedOrder order = orders.read(new OrderSecret(secret), request, response);
        return order.phone() == null
                ? "redirect:/orders/" + secret
                : show(order, secret, Form.blank(), texted != null, model);
    }

    /** For whoever chooses another language, or comes back, where no code could be texted. */
    @GetMapping("/orders/{secret}/erase/code")
    String back(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        orders.read(new OrderSecret(secret), request, response);
        return "redirect:/orders/" + secret + "/erase";
    }

    /** Texts a code to the number of the order: its link may have been handed on. */
    @PostMapping("/orders/{secret}/erase/code")
    String text(
            @PathVariable String secret,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        OrderSecret link = new OrderSecret(secret);
        FollowedOrder order = orders.read(link, request, response);
        try {
            proofs.text(link, locale, RateLimit.network(request));
            return "redirect:/orders/" + secret + "/erase?texted";
        } catch (TooMany tooMany) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.waitSeconds()));
            String minutes = String.valueOf(tooMany.waitSeconds() / SECONDS_PER_MINUTE + 1);
            return show(order, secret, Form.blank().refused("", "follow.erase.wait", minutes), false, model);
        } catch (InvalidInput | Conflict notTexted) {
            return refused(order, secret, "", "follow.erase.no-texts", false, response, model);
        }
    }

    @PostMapping("/orders/{secret}/erase")
    String erase(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        OrderSecret link = new OrderSecret(secret);
        FollowedOrder order = orders.read(link, request, response);
        return switch (guests.erase(link, code)) {
            case ERASED -> "redirect:/orders/" + secret;
            case WRONG_CODE -> refused(order, secret, "code", "follow.erase.wrong", true, response, model);
            case HAS_ACCOUNT -> refused(order, secret, "", "follow.erase.account", false, response, model);
        };
    }

    private static String refused(
            FollowedOrder order,
            String secret,
            String field,
            String why,
            boolean texted,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(order, secret, Form.blank().refused(field, why), texted, model);
    }

    private static String show(FollowedOrder order, String secret, Form form, boolean texted, Model model) {
        model.addAttribute("view", new ErasureView(order, secret, form, texted));
        return "storefront/order/erase";
    }
}
