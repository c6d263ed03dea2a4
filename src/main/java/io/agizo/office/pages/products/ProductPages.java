package io.agizo.office.pages.products;

import io.agizo.api.PageRequest;
import io.agizo.catalog.ProductView;
import io.agizo.catalog.Products;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.inventory.ReadLedger;
import io.agizo.office.pages.ConfirmView;
import io.agizo.office.pages.products.ProductFormView.Theirs;
import io.agizo.office.pages.products.ProductPageView.Counted;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Sku;
import io.agizo.shared.Stale;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Products added, changed, hidden and removed, one at a time. */
@Controller
@RequestMapping(ProductListPages.PATH)
class ProductPages {

    private final Products products;
    private final ReadLedger ledger;
    private final ShowProduct show;

    ProductPages(Products products, ReadLedger ledger, ShowProduct show) {
        this.products = products;
        this.ledger = ledger;
        this.show = show;
    }

    @GetMapping("/new")
    String add(Caller caller, Model model) {
        caller.must(Permission.PRODUCTS_WRITE);
        return show.blank(caller, ProductFields.BLANK, Form.blank(), model);
    }

    @PostMapping("/new")
    String create(
            Caller caller,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        caller.must(Permission.PRODUCTS_WRITE);
        ProductFields typed = ProductFields.sent(form);
        try {
            ProductView added = products.add(caller, typed.details());
            redirect.addFlashAttribute("notice", Message.of("products.added", added.name()));
            return "redirect:" + there(added.sku());
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show.blank(caller, typed, typed.refused(invalid), model);
        } catch (Conflict taken) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show.blank(caller, typed, taken(caller, null, typed, taken), model);
        }
    }

    /** With {@code counted}, the difference from the books is shown before it is booked. */
    @GetMapping("/{sku}")
    String product(
            Caller caller,
            @PathVariable Sku sku,
            @RequestParam(defaultValue = "") String counted,
            PageRequest request,
            HttpServletResponse response,
            Model model) {
        ProductView product = show.read(caller, sku);
        if (counted.isBlank() || product.stock().onHand() == null || !caller.may(Permission.STOCK_WRITE)) {
            return show.page(caller, product, request, null, model);
        }
        try {
            int units = StockFields.units("counted", counted);
            return show.page(
                    caller,
                    product,
                    request,
                    new Counted(units, units - product.stock().onHand()),
                    model);
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Form refused = Form.of(Map.of("counted", counted)).refused(invalid);
            return show.refusedStock(caller, product, refused, null, model);
        }
    }

    @PostMapping("/{sku}")
    String change(
            Caller caller,
            @PathVariable Sku sku,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        caller.must(Permission.PRODUCTS_WRITE);
        ProductView before = products.get(caller, sku);
        ProductFields typed = ProductFields.sent(form);
        List<Theirs> theirs = List.of();
        Form refused;
        try {
            var details = typed.details();
            ProductView changed = products.change(caller, sku, version, present -> details);
            redirect.addFlashAttribute("notice", Message.of("products.saved"));
            return "redirect:" + there(changed.sku());
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            refused = typed.refused(invalid);
        } catch (Conflict taken) {
            response.setStatus(HttpStatus.CONFLICT.value());
            refused = taken(caller, sku, typed, taken);
        } catch (Stale stale) {
            response.setStatus(HttpStatus.PRECONDITION_FAILED.value());
            refused = typed.form().refused("", "products.changed");
            theirs = typed.unlike(ProductFields.of(before));
        }
        return show.refusedDetails(caller, products.get(caller, sku), typed, refused, theirs, model);
    }

    @PostMapping("/{sku}/hide")
    String hide(
            Caller caller,
            @PathVariable Sku sku,
            @RequestParam(defaultValue = "") String there,
            RedirectAttributes redirect) {
        return shown(caller, sku, false, there, redirect);
    }

    @PostMapping("/{sku}/show")
    String show(
            Caller caller,
            @PathVariable Sku sku,
            @RequestParam(defaultValue = "") String there,
            RedirectAttributes redirect) {
        return shown(caller, sku, true, there, redirect);
    }

    @GetMapping("/{sku}/remove")
    String askToRemove(Caller caller, @PathVariable Sku sku, Model model) {
        caller.must(Permission.PRODUCTS_WRITE);
        ProductView product = products.get(caller, sku);
        int open = ledger.openOrders(caller, sku);
        model.addAttribute(
                "view",
                new ConfirmView(
                        Message.of("products.remove.sure", product.name()),
                        open == 0
                                ? Message.of("products.remove.text")
                                : Message.of("products.remove.held", Integer.toString(open)),
                        there(sku) + "/remove",
                        Message.of("products.remove.go"),
                        there(sku),
                        Message.of("products.remove.keep")));
        return "office/confirm";
    }

    @PostMapping("/{sku}/remove")
    String remove(Caller caller, @PathVariable Sku sku, RedirectAttributes redirect) {
        caller.must(Permission.PRODUCTS_WRITE);
        String name = products.get(caller, sku).name();
        products.archive(caller, sku, null);
        redirect.addFlashAttribute("notice", Message.of("products.removed", name));
        return "redirect:" + ProductListPages.PATH;
    }

    /** @param there the question of the list that it was pressed in; empty on the page of the product */
    private String shown(Caller caller, Sku sku, boolean visible, String there, RedirectAttributes redirect) {
        ProductView product = products.change(caller, sku, null, details -> details.shown(visible));
        redirect.addFlashAttribute(
                "notice", Message.of(visible ? "products.shown" : "products.hidden", product.name()));
        return "redirect:" + (there.startsWith("?") ? ProductListPages.PATH + there : there(sku));
    }

    private Form taken(Caller caller, @Nullable Sku own, ProductFields typed, Conflict taken) {
        if (!taken.type().equals("duplicate-barcode")) {
            return typed.form().refused("sku", "products.sku.taken");
        }
        for (String code : typed.barcodes()) {
            ProductView owner = products.byBarcode(caller, code).orElse(null);
            if (owner != null && !owner.sku().equals(own)) {
                return typed.form()
                        .refused(
                                "barcodes",
                                "products.barcodes.taken",
                                code,
                                owner.name(),
                                owner.sku().value());
            }
        }
        return typed.form().refused("barcodes", "office.changed");
    }

    static String there(Sku sku) {
        return ProductListPages.PATH + "/" + sku;
    }
}
