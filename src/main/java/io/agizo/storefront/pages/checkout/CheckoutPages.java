package io.agizo.storefront.pages.checkout;

import io.agizo.api.RateLimit;
import io.agizo.api.RequestLimits;
import io.agizo.cart.CartId;
import io.agizo.cart.CartView;
import io.agizo.cart.Carts;
import io.agizo.customers.Contact;
import io.agizo.identity.Caller;
import io.agizo.orders.CheckOut;
import io.agizo.orders.CheckOut.Outcome;
import io.agizo.orders.CheckOut.Press;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.OrderRefused;
import io.agizo.orders.OrderRefused.CartRefused;
import io.agizo.orders.ProveBuyer;
import io.agizo.orders.Receipt;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.pages.MessageView;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.Shop;
import io.agizo.shared.TooMany;
import io.agizo.storefront.pages.Basket;
import io.agizo.storefront.pages.LastOrder;
import io.agizo.storefront.pages.checkout.CheckoutView.Code;
import io.agizo.storefront.pages.checkout.ShowCheckout.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page on which a cart becomes an order. It cannot order twice: a cart becomes one order, and whoever presses or looks once
 * more, from wherever, is led to that order.
 */
@Controller
class CheckoutPages {

    private static final String TO_CART = "redirect:/cart";

    private final Carts carts;
    private final CheckOut checkOut;
    private final ProveBuyer proofs;
    private final ShowCheckout page;
    private final Basket basket;
    private final LastOrder lastOrder;
    private final RequestLimits limits;
    private final Shop shop;

    CheckoutPages(
            Carts carts,
            CheckOut checkOut,
            ProveBuyer proofs,
            ShowCheckout page,
            Basket basket,
            LastOrder lastOrder,
            RequestLimits limits,
            Shop shop) {
        this.carts = carts;
        this.checkOut = checkOut;
        this.proofs = proofs;
        this.page = page;
        this.basket = basket;
        this.lastOrder = lastOrder;
        this.limits = limits;
        this.shop = shop;
    }

    /** Shows what is going to be ordered. Who has signed in types nothing, unless they ask to. */
    @GetMapping("/checkout")
    String show(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean other,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CartView cart = carts.show(cart(request));
        if (cart.order() != null) {
            return toOrder(cart.order(), response);
        }
        Visit visit = new Visit(caller, cart.id(), CheckoutFields.none(), locale, response, model);
        return cart.lines().isEmpty() ? TO_CART : page.fresh(visit, cart, other);
    }

    /** Orders what the page showed, or says on the page why not. */
    @PostMapping("/checkout")
    String order(
            Caller caller,
            CheckoutFields fields,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CartId cart = cart(request);
        Visit visit = new Visit(caller, cart, fields, locale, response, model);
        boolean own = page.isOwn(caller, fields);
        if (fields.wantsToFit()) {
            return fit(visit);
        }
        Form form = fields.checked(shop, own);
        if (form.isRefused()) {
            return refused(visit, form);
        }
        return fields.wantsCode() ? text(visit, request) : press(visit, own, request);
    }

    /** Tells back in full which number would be texted, while it is typed; nothing for what is none. By POST, so that it is in no log. */
    @PostMapping("/checkout/phone")
    String tell(Caller caller, CheckoutFields fields, Model model) {
        model.addAttribute("phone", page.texted(caller, fields));
        return "storefront/checkout/phone";
    }

    /** Whoever has no cart any more, since it became an order, is led to that; a cart that is too old is as good as none. */
    @ExceptionHandler
    String noCart(NotFound gone, HttpServletRequest request) {
        return lastOrder.page(request).map(page -> "redirect:" + page).orElse(TO_CART);
    }

    private CartId cart(HttpServletRequest request) {
        return basket.id(request).orElseThrow(() -> new NotFound("There is no cart yet."));
    }

    private String press(Visit visit, boolean own, HttpServletRequest request) {
        CheckoutFields fields = visit.fields();
        var oneTooMany = limits.refusalOfCheckout(request, visit.response());
        if (oneTooMany.isPresent()) {
            return refused(visit, CheckoutRefusal.tooMany(oneTooMany.get().retrySeconds(), Code.NOT_NEEDED));
        }
        Press press = new Press(
                visit.cart(),
                null,
                fields.seen().isEmpty() ? null : fields.seen(),
                own && fields.code() == null ? null : page.contact(visit),
                fields.code(),
                fields.note(),
                RateLimit.network(request));
        try {
            return switch (checkOut.checkOut(visit.caller(), press)) {
                case Outcome.Ordered(Receipt receipt) ->
                    toOrder(receipt.number().value(), visit.response());
                case Outcome.Refused(OrderRefused why) -> refused(visit, why);
            };
        } catch (InvalidInput invalid) {
            return refused(visit, invalid, Code.NOT_NEEDED);
        } catch (TooMany tooMany) {
            return refused(visit, CheckoutRefusal.tooMany(tooMany.waitSeconds(), Code.NOT_NEEDED));
        }
    }

    private String refused(Visit visit, OrderRefused why) {
        return switch (why) {
            case CartRefused.EmptyCart empty -> TO_CART;
            case CartRefused.UnknownCart unknown -> TO_CART;
            case CartRefused.CheckedOut(OrderNumber number, var gone) -> deleted(visit, number);
            // It counts as shown from now on, so it is this very one that has to be shown.
            case CartRefused.CartChanged(CartView cart) -> page.refused(visit, cart, CheckoutRefusal.of(why));
            case OrderRefused other -> refused(visit, CheckoutRefusal.of(other));
        };
    }

    private static String deleted(Visit visit, OrderNumber number) {
        visit.response().setStatus(HttpStatus.GONE.value());
        visit.model()
                .addAttribute(
                        "view",
                        new MessageView(
                                Message.of("checkout.deleted"),
                                Message.of("checkout.deleted.text", number.value()),
                                "/",
                                Message.of("checkout.to-shop")));
        return "storefront/message";
    }

    /** Texts a code that proves the number, to whoever orders more than anybody may. */
    private String text(Visit visit, HttpServletRequest request) {
        Contact shopper = page.contact(visit);
        try {
            proofs.text(
                    visit.cart(), Objects.requireNonNull(shopper.phone()), visit.locale(), RateLimit.network(request));
            return page.typed(visit, carts.show(visit.cart()), visit.fields().form(), Code.TEXTED);
        } catch (InvalidInput invalid) {
            return refused(visit, invalid, Code.NEEDED);
        } catch (TooMany tooMany) {
            return refused(visit, CheckoutRefusal.tooMany(tooMany.waitSeconds(), Code.NEEDED));
        } catch (Conflict noTexts) {
            return refused(visit, CheckoutRefusal.invalid("", "checkout.code.none", Code.NOT_NEEDED));
        }
    }

    /** Takes as much as there is, and shows what that is before anything is ordered. */
    private String fit(Visit visit) {
        CartView cart = carts.show(visit.cart());
        if (cart.order() != null) {
            return toOrder(cart.order(), visit.response());
        }
        CartView fitting = carts.fit(visit.cart());
        return fitting.lines().isEmpty()
                ? TO_CART
                : page.typed(visit, fitting, visit.fields().form(), Code.NOT_NEEDED);
    }

    private String refused(Visit visit, Form form) {
        CartView cart = carts.show(visit.cart());
        return cart.order() == null ? page.refused(visit, cart, form) : toOrder(cart.order(), visit.response());
    }

    private String refused(Visit visit, InvalidInput invalid, Code code) {
        CartView cart = carts.show(visit.cart());
        return cart.order() == null
                ? page.refused(visit, cart, invalid, code)
                : toOrder(cart.order(), visit.response());
    }

    private String refused(Visit visit, CheckoutRefusal why) {
        CartView cart = carts.show(visit.cart());
        return cart.order() == null ? page.refused(visit, cart, why) : toOrder(cart.order(), visit.response());
    }

    private String toOrder(String number, HttpServletResponse response) {
        return "redirect:" + basket.ordered(new OrderNumber(number), response);
    }
}
