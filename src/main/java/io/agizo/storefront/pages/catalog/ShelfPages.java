package io.agizo.storefront.pages.catalog;

import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.catalog.ProductFilter;
import io.agizo.catalog.ProductSort;
import io.agizo.catalog.ProductView;
import io.agizo.catalog.Products;
import io.agizo.identity.Caller;
import io.agizo.pages.Form;
import io.agizo.search.SearchText;
import io.agizo.shared.AmountRange;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.Shop;
import io.agizo.shared.Sku;
import io.agizo.storefront.pages.Basket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What is for sale, as everyone sees it who is at work here or not: the list of it, and each product. */
@Controller
class ShelfPages {

    private static final Caller SHOPPER = Caller.anyone();

    /** As many as fit above the keyboard of a phone. */
    private static final PageRequest SUGGESTED = new PageRequest(5, null);

    /** For whoever takes a letter back and types it again. */
    private static final CacheControl FOR_A_MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePrivate();

    private final Products products;
    private final Nearest nearest;
    private final Basket basket;
    private final Shop shop;

    ShelfPages(Products products, Nearest nearest, Basket basket, Shop shop) {
        this.products = products;
        this.nearest = nearest;
        this.basket = basket;
        this.shop = shop;
    }

    @GetMapping("/")
    String shelf(
            @RequestParam Map<String, String> asked,
            PageRequest page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(asked);
        Page<ProductView> found = Page.empty();
        List<ProductView> near = List.of();
        try {
            String sort = form.typed("sort");
            found = products.list(SHOPPER, filter(form), sort.isBlank() ? null : ProductSort.of(sort), page);
            if (found.items().isEmpty()) {
                near = nearest.to(form.typed("q"), given(form, "category"));
            }
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            form = form.refused(invalid);
        }
        String query = request.getQueryString();
        model.addAttribute(
                "view",
                new ShelfView(
                        found.items(),
                        found.nextCursor(),
                        near,
                        form,
                        products.categories(SHOPPER),
                        basket.show(request, response).orElse(null),
                        query == null ? "?" : "?" + query));
        return "storefront/catalog/shelf";
    }

    /** What somebody may be about to type, for the field that they type in. */
    @GetMapping("/suggestions")
    String suggestions(@RequestParam(defaultValue = "") String q, HttpServletResponse response, Model model) {
        List<ProductView> found = q.isBlank() || q.length() > SearchText.LONGEST
                ? List.of()
                : products.list(SHOPPER, new ProductFilter(SearchText.of(q), null, null, true), null, SUGGESTED)
                        .items();
        response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_A_MINUTE.getHeaderValue());
        model.addAttribute("view", found);
        return "storefront/catalog/suggestions";
    }

    private ProductFilter filter(Form form) {
        return new ProductFilter(
                SearchText.of(form.typed("q")),
                given(form, "category"),
                AmountRange.read("", given(form, "min"), given(form, "max"), shop.currency()),
                given(form, "inStock") == null ? null : true,
                true,
                null,
                null);
    }

    private static @Nullable String given(Form form, String field) {
        String typed = form.typed(field).strip();
        return typed.isEmpty() ? null : typed;
    }

    @GetMapping("/products/{sku}")
    String product(@PathVariable String sku, HttpServletRequest request, HttpServletResponse response, Model model) {
        ProductView product = products.get(
                SHOPPER, Sku.ifValid(sku).orElseThrow(() -> new NotFound("There is no product of that name.")));
        model.addAttribute(
                "view",
                new ProductPageView(product, basket.show(request, response).orElse(null), Form.blank()));
        return "storefront/catalog/product";
    }
}
