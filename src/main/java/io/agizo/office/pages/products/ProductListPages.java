package io.agizo.office.pages.products;

import io.agizo.api.Download;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.catalog.Category;
import io.agizo.catalog.LowStock;
import io.agizo.catalog.ProductTable;
import io.agizo.catalog.ProductView;
import io.agizo.catalog.Products;
import io.agizo.identity.Caller;
import io.agizo.pages.Form;
import io.agizo.shared.InvalidInput;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of all products for those behind the counter, and the same as a table. */
@Controller
class ProductListPages {

    static final String PATH = "/office/products";

    private final Products products;
    private final LowStock lowStock;

    ProductListPages(Products products, LowStock lowStock) {
        this.products = products;
        this.lowStock = lowStock;
    }

    /** A scanner types into the field for words as well: its code leads to the product. */
    @GetMapping(PATH)
    String list(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String sort,
            PageRequest request,
            HttpServletResponse response,
            Model model) {
        ListedBy asked = new ListedBy(q, category, state, sort);
        LowStock.Shortage shortage = lowStock.list(caller, 0);
        Optional<ProductView> scanned = products.byBarcode(caller, q);
        if (scanned.isPresent()) {
            return "redirect:" + PATH + "/" + scanned.get().sku();
        }
        Form form = asked.form();
        Page<ProductView> page = Page.empty();
        try {
            page = products.list(caller, asked.filter(), asked.order(), request);
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            form = form.refused(invalid);
        }
        model.addAttribute(
                "view",
                new ProductListView(
                        page.items(),
                        page.nextCursor(),
                        asked.state(),
                        form,
                        products.categories(caller).stream().map(Category::name).toList(),
                        shortage.low(),
                        shortage.out(),
                        LowStock.MOST_COUNTED,
                        asked.narrows() || form.isRefused(),
                        asked.question()));
        return "office/products/list";
    }

    @GetMapping(PATH + ".csv")
    Download<ProductView> download(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String sort) {
        ListedBy asked = new ListedBy(q, category, state, sort);
        Products.mustBeBehindTheCounter(caller);
        return ProductTable.of(page -> products.list(caller, asked.filter(), asked.order(), page));
    }
}
