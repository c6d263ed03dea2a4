package io.agizo.office.pages.products;

import io.agizo.catalog.ProductView;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.inventory.AdjustStock;
import io.agizo.inventory.StockAdjustment;
import io.agizo.inventory.StockLevel;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import io.agizo.shared.Sku;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Stock of a product that came, went or was counted. */
@Controller
class StockPages {

    private final AdjustStock adjustStock;
    private final ShowProduct show;

    StockPages(AdjustStock adjustStock, ShowProduct show) {
        this.adjustStock = adjustStock;
        this.show = show;
    }

    @PostMapping(ProductListPages.PATH + "/{sku}/stock")
    String move(
            Caller caller,
            @PathVariable Sku sku,
            @RequestParam(defaultValue = "") String delta,
            @RequestParam(defaultValue = "") String counted,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String own,
            @RequestParam(defaultValue = "") String way,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        caller.must(Permission.STOCK_WRITE);
        StockFields typed = new StockFields(delta, counted, reason, own, way);
        ProductView product = show.read(caller, sku);
        Form refused;
        try {
            StockLevel level = book(caller, sku, typed);
            redirect.addFlashAttribute("notice", Message.of("products.stock.booked", Integer.toString(level.onHand())));
            return "redirect:" + ProductPages.there(sku);
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            refused = refused(typed, invalid);
        } catch (Conflict reserved) {
            response.setStatus(HttpStatus.CONFLICT.value());
            refused = typed.form()
                    .refused(
                            typed.isCount() ? "counted" : "delta",
                            "products.stock.reserved",
                            Integer.toString(
                                    Objects.requireNonNullElse(product.stock().reserved(), 0)),
                            Integer.toString(product.stock().available()));
        }
        return show.refusedStock(caller, product, refused, null, model);
    }

    private StockLevel book(Caller caller, Sku sku, StockFields typed) {
        return typed.isCount()
                ? adjustStock.count(caller, sku, StockFields.units("counted", typed.counted()), typed.why())
                : adjustStock.adjust(caller, sku, new StockAdjustment(typed.change(), typed.why()));
    }

    /** What is wrong with the reason stands beside the field in which one's own is written. */
    private static Form refused(StockFields typed, InvalidInput invalid) {
        return typed.form()
                .refused(new InvalidInput(invalid.faults().stream()
                        .map(fault -> fault.pointer().equals("/reason") ? new Fault("/own", fault.message()) : fault)
                        .toList()));
    }
}
