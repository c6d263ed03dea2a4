package io.agizo.office.pages.order;

import io.agizo.api.PageRequest;
import io.agizo.catalog.ProductFilter;
import io.agizo.catalog.ProductView;
import io.agizo.catalog.Products;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.Decision;
import io.agizo.orders.EditOrder;
import io.agizo.orders.OrderEdit;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.OrderView;
import io.agizo.orders.PreviewEdit;
import io.agizo.orders.PreviewEdit.Preview;
import io.agizo.orders.StepKind;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.search.SearchText;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Shop;
import io.agizo.shared.Sku;
import io.agizo.shared.Stale;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which an order's lines and note are changed; what would come of it is shown before it is saved. */
@Controller
@RequestMapping(OrderSheet.PATH + "/edit")
class OrderEditPages {

    private static final String PAGE = "office/order/edit";

    /** As many as a phone shows without scrolling far; more words find fewer. */
    private static final PageRequest FOUND = new PageRequest(8, null);

    private final OrderSheet sheet;
    private final OrderRefusals refusals;
    private final EditOrder edit;
    private final PreviewEdit preview;
    private final Products products;
    private final Shop shop;

    OrderEditPages(
            OrderSheet sheet,
            OrderRefusals refusals,
            EditOrder edit,
            PreviewEdit preview,
            Products products,
            Shop shop) {
        this.sheet = sheet;
        this.refusals = refusals;
        this.edit = edit;
        this.preview = preview;
        this.products = products;
        this.shop = shop;
    }

    @GetMapping
    String form(
            Caller caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String back,
            HttpServletResponse response,
            Model model) {
        OrderView order = sheet.order(caller, OrderSheet.number(caller, Permission.ORDERS_EDIT, number));
        if (sheet.mayEdit(caller, order)) {
            MultiValueMap<String, String> present = new LinkedMultiValueMap<>();
            present.set("note", order.note());
            return show(
                    caller,
                    order,
                    order.version(),
                    new EditForm(present),
                    Form.of(Map.of("note", order.note())),
                    null,
                    back,
                    model);
        }
        Form closed = refusals.tooLate(order, Form.blank(), response);
        return sheet.show(caller, order, null, closed, WayBack.own(back), model);
    }

    /** Saves, unless the press was one to look first: {@code do=preview}, {@code do=find}, or a product to {@code add}. */
    @PostMapping
    String edit(
            Caller caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String live,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        OrderNumber order = OrderSheet.number(caller, Permission.ORDERS_EDIT, number);
        OrderView present = sheet.order(caller, order);
        EditForm typed = new EditForm(fields);
        Form form = Form.of(fields.toSingleValueMap());
        boolean looks = !typed.text("do").isEmpty() || !typed.text("add").isEmpty();
        Preview.Possible foreseen = null;
        try {
            OrderEdit wanted = typed.edit(present, shop);
            if (looks) {
                switch (preview.preview(caller, order, wanted)) {
                    case Preview.Possible possible -> foreseen = possible;
                    case Preview.Impossible no -> form = refused(present, no.why(), form, response);
                }
            } else {
                Decision decision = edit.edit(caller, order, version, wanted);
                if (decision instanceof Decision.Taken) {
                    redirect.addFlashAttribute("notice", Message.of("order.done.edit", order.value()));
                    return "redirect:" + WayBack.or(typed.text("back"), "/office/orders/" + order);
                }
                form = refused(present, decision, form, response);
            }
        } catch (Stale changed) {
            form = refusals.tooLate(present, form, response);
        } catch (Conflict conflict) {
            form = refusals.conflict(conflict, form, response);
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            form = form.refused(invalid);
        }
        if (!sheet.mayEdit(caller, present)) {
            return sheet.show(caller, present, StepKind.EDIT, form, WayBack.own(typed.text("back")), model);
        }
        if (live != null) {
            // What is typed at this moment is no request to be refused, and htmx shows only what succeeds.
            response.setStatus(HttpStatus.OK.value());
        }
        int began = version == null ? present.version() : version;
        return show(caller, present, began, typed, form, foreseen, typed.text("back"), model);
    }

    private Form refused(OrderView order, Decision decision, Form form, HttpServletResponse response) {
        return decision instanceof Decision.Refused refused
                ? refusals.refused(refused, form, response)
                : refusals.tooLate(order, form, response);
    }

    private String show(
            Caller caller,
            OrderView order,
            int version,
            EditForm typed,
            Form form,
            Preview.@Nullable Possible foreseen,
            @Nullable String back,
            Model model) {
        model.addAttribute(
                "view",
                new EditView(
                        order,
                        version,
                        added(caller, typed),
                        typed.text("do").equals("find") ? found(caller, typed.text("find")) : null,
                        foreseen,
                        form,
                        WayBack.own(back)));
        return PAGE;
    }

    /** Those that are not for sale stay out; the refusal has said so. */
    private List<EditView.Added> added(Caller caller, EditForm typed) {
        Map<Sku, String> wanted = new TreeMap<>(Comparator.comparing(Sku::value));
        typed.added().forEach((sku, quantity) -> Sku.ifValid(sku).ifPresent(valid -> wanted.put(valid, quantity)));
        Map<Sku, ProductView> known = products.bySku(caller, wanted.keySet());
        List<EditView.Added> added = new ArrayList<>();
        wanted.forEach((sku, quantity) -> {
            if (known.containsKey(sku)) {
                added.add(new EditView.Added(Objects.requireNonNull(known.get(sku)), quantity));
            }
        });
        return added;
    }

    /** A SKU that was typed or scanned stands first. */
    private List<ProductView> found(Caller caller, String words) {
        if (words.isBlank()) {
            return List.of();
        }
        ProductFilter filter = new ProductFilter(SearchText.of(words), null, null, true);
        return products.list(caller, filter, null, FOUND).items();
    }
}
