package io.agizo.storefront.pages.cart;

import io.agizo.cart.CartView;
import io.agizo.catalog.ProductImage;
import io.agizo.catalog.ProductView;
import io.agizo.catalog.Products;
import io.agizo.identity.Caller;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.Sku;
import io.agizo.storefront.pages.Basket;
import io.agizo.storefront.pages.Units;
import io.agizo.storefront.pages.cart.CartPageView.Removed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What is in the cart of a browser, and what is put in and taken out, from the cart's own page as well as from the shelf.
 * Each change answers with 303, or to htmx with the parts that changed.
 */
@Controller
@RequestMapping(CartPages.PATH)
class CartPages {

    static final String PATH = "/cart";

    private final Basket basket;
    private final Products products;

    CartPages(Basket basket, Products products) {
        this.basket = basket;
        this.products = products;
    }

    @GetMapping
    String cart(
            @RequestParam(defaultValue = "") String removed,
            @RequestParam(defaultValue = "") String quantity,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CartView cart = basket.show(request, response).orElse(null);
        model.addAttribute("view", view(cart, Form.blank(), removed(cart, removed, quantity)));
        return "storefront/cart/cart";
    }

    /** For whoever chooses another language, or comes back, where a number of units was refused. */
    @GetMapping({"/lines", "/lines/{sku}"})
    String back() {
        return "redirect:" + PATH;
    }

    /** Adds to the cart; {@code there} is the page that this was pressed on, as {@link Whence} says. */
    @PostMapping("/lines")
    String add(
            @RequestParam String sku,
            @RequestParam(defaultValue = "1") String quantity,
            @RequestParam(defaultValue = "") String there,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Whence whence = new Whence(there);
        try {
            int units = Units.read(quantity, 1);
            CartView cart = basket.add(known(sku), units, request, response);
            Message said = Message.of("cart.added", Integer.toString(units), name(cart, sku));
            if (htmx && whence.isCart()) {
                return part(view(cart, Form.blank(), null).puttingBack(known(sku)), said, model);
            }
            return changed(whence, sku, cart, said, htmx, redirect, model);
        } catch (InvalidInput invalid) {
            return refused(whence, sku, quantity, invalid, htmx, request, response, model);
        }
    }

    /** Sets how many units of a product are in the cart; none takes it out. */
    @PostMapping("/lines/{sku}")
    String put(
            @PathVariable String sku,
            @RequestParam String quantity,
            @RequestParam(defaultValue = "") String there,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Whence whence = new Whence(there);
        try {
            int units = Units.read(quantity, 0);
            if (units == 0) {
                return remove(sku, there, htmx, request, response, redirect, model);
            }
            CartView cart = basket.put(known(sku), units, request, response);
            Message said = Message.of("cart.set", Integer.toString(units), name(cart, sku));
            return changed(whence, sku, cart, said, htmx, redirect, model);
        } catch (InvalidInput invalid) {
            return refused(whence, sku, quantity, invalid, htmx, request, response, model);
        }
    }

    @PostMapping("/lines/{sku}/remove")
    String remove(
            @PathVariable String sku,
            @RequestParam(defaultValue = "") String there,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Optional<CartView.Line> line = basket.show(request, response).stream()
                .flatMap(cart -> cart.lines().stream())
                .filter(inCart -> inCart.sku().value().equals(sku))
                .findFirst();
        if (line.isEmpty()) {
            return "redirect:" + PATH;
        }
        CartView cart = basket.remove(line.get().sku(), request, response);
        Message said = Message.of("cart.removed", line.get().nameIn(language()));
        Whence whence = new Whence(there);
        if (whence.isCart()) {
            if (htmx) {
                Removed removed = removed(cart, sku, Integer.toString(line.get().quantity()));
                return part(view(cart, Form.blank(), removed), said, model);
            }
            redirect.addAttribute("removed", sku)
                    .addAttribute(Units.FIELD, line.get().quantity());
            return "redirect:" + PATH;
        }
        return changed(whence, sku, cart, said, htmx, redirect, model);
    }

    private CartPageView view(@Nullable CartView cart, Form form, @Nullable Removed removed) {
        List<Sku> inCart = cart == null
                ? List.of()
                : cart.lines().stream().map(CartView.Line::sku).toList();
        Map<Sku, ProductImage> pictures = new HashMap<>();
        products.bySku(Caller.anyone(), inCart)
                .forEach((sku, product) ->
                        product.images().stream().findFirst().ifPresent(picture -> pictures.put(sku, picture)));
        return new CartPageView(cart, pictures, form, removed);
    }

    private String changed(
            Whence whence,
            String sku,
            CartView cart,
            Message said,
            boolean htmx,
            RedirectAttributes redirect,
            Model model) {
        if (!htmx) {
            if (!whence.isCart()) {
                redirect.addFlashAttribute("notice", said);
            }
            return "redirect:" + whence.path(sku);
        }
        if (whence.isCart()) {
            return part(view(cart, Form.blank(), null), said, model);
        }
        return changedOnShelf(whence, sku, cart, said, false, model);
    }

    private String changedOnShelf(
            Whence whence, String sku, @Nullable CartView cart, Message said, boolean refused, Model model) {
        model.addAttribute("product", products.get(Caller.anyone(), known(sku)));
        model.addAttribute("cart", cart);
        model.addAttribute("said", said);
        model.addAttribute("refused", refused);
        model.addAttribute("onShelf", whence.isShelf());
        return "storefront/catalog/changed";
    }

    private String refused(
            Whence whence,
            String sku,
            String typed,
            InvalidInput invalid,
            boolean htmx,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CartView cart = basket.show(request, response).orElse(null);
        Message fault = Message.of(Form.FAULT, invalid.faults().getFirst().message());
        if (htmx && !whence.isCart()) {
            return changedOnShelf(whence, sku, cart, fault, true, model);
        }
        boolean inCart = cart != null
                && cart.lines().stream().anyMatch(line -> line.sku().value().equals(sku));
        Form form = Form.of(Map.of(sku, typed)).refused(inCart ? sku : "", fault);
        CartPageView view = view(cart, form, null);
        if (htmx) {
            return part(view, null, model);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("view", view);
        return "storefront/cart/cart";
    }

    private static String part(CartPageView view, @Nullable Message said, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("said", said);
        return "storefront/cart/changed";
    }

    private @Nullable Removed removed(@Nullable CartView cart, String sku, String quantity) {
        Optional<Sku> product = Sku.ifValid(sku);
        boolean back = cart != null
                && cart.lines().stream().anyMatch(line -> line.sku().value().equals(sku));
        if (product.isEmpty() || back) {
            return null;
        }
        ProductView found =
                products.bySku(Caller.anyone(), List.of(product.get())).get(product.get());
        try {
            return found == null ? null : new Removed(product.get(), found.nameIn(language()), Units.read(quantity, 1));
        } catch (InvalidInput madeUp) {
            return null;
        }
    }

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }

    private static Sku known(String sku) {
        return Sku.ifValid(sku).orElseThrow(() -> new NotFound("No product " + sku + " is for sale."));
    }

    private static String name(CartView cart, String sku) {
        return cart.lines().stream()
                .filter(line -> line.sku().value().equals(sku))
                .map(line -> line.nameIn(language()))
                .findFirst()
                .orElse(sku);
    }
}
