package io.agizo.office.pages.products;

import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.catalog.Category;
import io.agizo.catalog.ProductView;
import io.agizo.catalog.Products;
import io.agizo.catalog.UsualLowMark;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.inventory.MovementView;
import io.agizo.inventory.ReadLedger;
import io.agizo.office.pages.products.ProductFormView.Theirs;
import io.agizo.office.pages.products.ProductPageView.Counted;
import io.agizo.pages.Form;
import io.agizo.shared.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what stands on the page of a product, for all that leads there. */
@Component
class ShowProduct {

    private static final PageRequest LATEST = new PageRequest(PageRequest.USUAL, null);

    private final Products products;
    private final ReadLedger ledger;
    private final UsualLowMark usual;

    ShowProduct(Products products, ReadLedger ledger, UsualLowMark usual) {
        this.products = products;
        this.ledger = ledger;
        this.usual = usual;
    }

    /** For those behind the counter only. */
    ProductView read(Caller caller, Sku sku) {
        Products.mustBeBehindTheCounter(caller);
        return products.get(caller, sku);
    }

    String page(Caller caller, ProductView product, PageRequest request, @Nullable Counted counted, Model model) {
        return page(caller, product, details(caller, product), Form.blank(), Form.blank(), counted, request, model);
    }

    String refusedDetails(
            Caller caller, ProductView product, ProductFields typed, Form refused, List<Theirs> theirs, Model model) {
        ProductFormView details = form(caller, refused, typed.visible(), product.version(), theirs);
        return page(caller, product, details, Form.blank(), Form.blank(), null, LATEST, model);
    }

    String refusedStock(Caller caller, ProductView product, Form refused, @Nullable Counted counted, Model model) {
        return page(caller, product, details(caller, product), refused, Form.blank(), counted, LATEST, model);
    }

    String refusedPictures(Caller caller, ProductView product, Form refused, Model model) {
        return page(caller, product, details(caller, product), Form.blank(), refused, null, LATEST, model);
    }

    String blank(Caller caller, ProductFields typed, Form form, Model model) {
        model.addAttribute("view", form(caller, form, typed.visible(), 0, List.of()));
        return "office/products/new";
    }

    private ProductFormView details(Caller caller, ProductView product) {
        return form(caller, ProductFields.of(product).form(), product.visible(), product.version(), List.of());
    }

    private ProductFormView form(Caller caller, Form form, boolean visible, int version, List<Theirs> theirs) {
        List<String> categories =
                products.categories(caller).stream().map(Category::name).toList();
        return new ProductFormView(form, visible, version, usual.lowStockAt(), categories, theirs);
    }

    private String page(
            Caller caller,
            ProductView product,
            ProductFormView details,
            Form stock,
            Form pictures,
            @Nullable Counted counted,
            PageRequest request,
            Model model) {
        Page<MovementView> movements =
                caller.may(Permission.STOCK_WRITE) ? ledger.movements(caller, product.sku(), request) : Page.empty();
        model.addAttribute(
                "view",
                new ProductPageView(
                        product,
                        details,
                        stock,
                        pictures,
                        counted,
                        movements.items().stream().map(LedgerLine::of).toList(),
                        movements.nextCursor()));
        return "office/products/product";
    }
}
