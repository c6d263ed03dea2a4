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
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.Sku;
import io.agizo.storefront.pages.Basket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
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

    private final Products products;
    private final Basket basket;

    ShelfPages(Products products, Basket basket) {
        this.products = products;
        this.basket = basket;
    }

    @GetMapping("/")
    String shelf(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String inStock,
            PageRequest page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(Map.of("q", q, "category", category, "sort", sort, "inStock", inStock));
        Page<ProductView> found = Page.empty();
        try {
            var filter = new ProductFilter(
                    SearchText.of(q), category.isBlank() ? null : category, inStock.isBlank() ? null : true, true);
            found = products.list(SHOPPER, filter, sort.isBlank() ? null : ProductSort.of(sort), page);
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
                        form,
                        products.categories(SHOPPER),
                        basket.show(request, response).orElse(null),
                        query == null ? "?" : "?" + query));
        return "storefront/catalog/shelf";
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
