package io.agizo.storefront.pages.catalog;

import io.agizo.api.RateLimit;
import io.agizo.backinstock.AskToBeTold;
import io.agizo.backinstock.AskToBeTold.Answer;
import io.agizo.catalog.Products;
import io.agizo.identity.Caller;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.Shop;
import io.agizo.shared.Sku;
import io.agizo.shared.TooMany;
import io.agizo.storefront.pages.Basket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes the number of a shopper who wants to be told when a product is back. */
@Controller
@RequestMapping("/products/{sku}/tell")
class TellPages {

    private static final String PHONE = "phone";

    private final AskToBeTold wishes;
    private final Products products;
    private final Basket basket;
    private final Shop shop;

    TellPages(AskToBeTold wishes, Products products, Basket basket, Shop shop) {
        this.wishes = wishes;
        this.products = products;
        this.basket = basket;
        this.shop = shop;
    }

    /** For whoever chooses another language, or comes back, where a number was refused. */
    @GetMapping
    String product(@PathVariable String sku) {
        return "redirect:/products/" + known(sku);
    }

    @PostMapping
    String tell(
            @PathVariable String sku,
            @RequestParam(defaultValue = "") String phone,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Sku product = known(sku);
        Form form = Form.of(Map.of(PHONE, phone));
        try {
            return switch (wishes.ask(product, phone, locale, RateLimit.network(request))) {
                case Answer.Noted noted ->
                    back(product, redirect, "shop.tell.noted", noted.phone().inGroups(shop.country()));
                case Answer.InStock inStock -> back(product, redirect, "shop.tell.in-stock");
                case Answer.SaidStop saidStop -> {
                    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                    yield show(product, form.refused(PHONE, "shop.tell.said-stop"), request, response, model);
                }
            };
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(product, form.refused(invalid), request, response, model);
        } catch (TooMany tooMany) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setIntHeader(HttpHeaders.RETRY_AFTER, tooMany.waitSeconds());
            return show(product, form.refused("", "shop.tell.too-many"), request, response, model);
        }
    }

    private static String back(Sku product, RedirectAttributes redirect, String said, String... arguments) {
        redirect.addFlashAttribute("notice", Message.of(said, arguments));
        return "redirect:/products/" + product;
    }

    private String show(Sku sku, Form form, HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute(
                "view",
                new ProductPageView(
                        products.get(Caller.anyone(), sku),
                        basket.show(request, response).orElse(null),
                        form));
        return "storefront/catalog/product";
    }

    private static Sku known(String sku) {
        return Sku.ifValid(sku).orElseThrow(() -> new NotFound("There is no product of that name."));
    }
}
