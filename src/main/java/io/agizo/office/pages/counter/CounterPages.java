package io.agizo.office.pages.counter;

import io.agizo.catalog.ProductView;
import io.agizo.catalog.Products;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.OrderView;
import io.agizo.orders.ReadOrders;
import io.agizo.orders.RingUpSale;
import io.agizo.orders.SaleOutcome.Booked;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.shared.CodeForm;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Money;
import io.agizo.shared.Shop;
import io.agizo.shared.Sku;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/** The counter, the sales that are sent from it, and the receipt of one. */
@Controller
@RequestMapping(CounterPages.PATH)
class CounterPages {

    static final String PATH = "/office/counter";

    private static final int FIRST_LINES = 4;
    private static final int FURTHER_LINES = 2;

    private final RingUpSale till;
    private final ReadOrders orders;
    private final Products products;
    private final TillSettings settings;
    private final Shop shop;

    CounterPages(RingUpSale till, ReadOrders orders, Products products, TillSettings settings, Shop shop) {
        this.till = till;
        this.orders = orders;
        this.products = products;
        this.settings = settings;
        this.shop = shop;
    }

    @GetMapping
    String counter(Caller caller, Model model) {
        caller.must(Permission.ORDERS_PLACE);
        return show(caller, new SaleFields(new LinkedMultiValueMap<>()), Form.blank(), model);
    }

    /** The counter with nobody's name on it, for the browser to keep. */
    @GetMapping("/shell")
    String shell(Caller caller, Model model) {
        caller.must(Permission.ORDERS_PLACE);
        model.addAttribute("till", settings.json());
        return "office/counter/shell";
    }

    /** Sells, and answers scripts with what became of it; the form of those without can also have its total shown first. */
    @PostMapping("/sales")
    Object sell(
            Caller caller,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestHeader(value = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        caller.must(Permission.ORDERS_PLACE);
        SaleFields fields = new SaleFields(typed);
        boolean script = accept.contains("json");
        if (!fields.one("show").isEmpty()) {
            return show(caller, fields, form(fields), model);
        }
        SaleAnswer answer;
        try {
            var outcome = till.ring(caller, fields.sale(shop, locale));
            if (!script && outcome instanceof Booked booked) {
                return sold(caller, booked.number(), redirect);
            }
            answer = SaleAnswer.of(outcome);
        } catch (InvalidInput invalid) {
            if (!script) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return show(caller, fields, form(fields).refused(invalid), model);
            }
            answer = SaleAnswer.of(invalid);
        }
        if (script) {
            return ResponseEntity.status(answer.status()).body(answer);
        }
        response.setStatus(answer.status());
        return show(
                caller, fields, form(fields).refused("", "counter.refused." + answer.refused(), words(answer)), model);
    }

    @GetMapping("/sales/{number}")
    String sale(Caller caller, @PathVariable String number, Model model) {
        caller.must(Permission.ORDERS_PLACE);
        OrderView order = orders.one(caller, OrderNumber.parse(number));
        OrderView.Customer customer = order.customer();
        model.addAttribute(
                "view",
                new SaleView(
                        order.number().toString(),
                        order.status().word(),
                        order.time(),
                        order.placedBy(),
                        customer == null ? null : customer.name(),
                        order.lines().stream()
                                .map(line ->
                                        new SaleView.Line(line.item(), line.quantity(), line.amount(), line.total()))
                                .toList(),
                        order.total()));
        return "office/counter/sale";
    }

    private static String sold(Caller caller, OrderNumber number, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", Message.of("counter.sold", number.toString()));
        return "redirect:" + PATH + (caller.may(Permission.ORDERS_READ) ? "/sales/" + number : "");
    }

    private static String[] words(SaleAnswer answer) {
        return new String[] {
            answer.line() == null ? "" : String.valueOf(answer.line() + 1),
            answer.available() == null ? "" : answer.available().toString(),
            answer.price() == null ? "" : answer.price().plain()
        };
    }

    private static Form form(SaleFields fields) {
        Map<String, String> typed = new HashMap<>();
        for (String field : List.of("item", "amount", "count", "customer", "name", "phone", "note", "receipt")) {
            typed.put(field, fields.one(field));
        }
        typed.put("fulfilled", String.valueOf(fields.isHandedOver()));
        return Form.of(typed);
    }

    private String show(Caller caller, SaleFields fields, Form form, Model model) {
        List<CounterView.Row> rows = rows(caller, fields);
        String key = fields.one("key").isEmpty() ? UUID.randomUUID().toString() : fields.one("key");
        model.addAttribute(
                "view",
                new CounterView(
                        form,
                        key,
                        rows,
                        total(rows),
                        caller.may(Permission.ORDERS_FULFIL),
                        caller.may(Permission.CUSTOMERS_READ),
                        settings.json()));
        return "office/counter/counter";
    }

    private List<CounterView.Row> rows(Caller caller, SaleFields fields) {
        List<Sku> skus = IntStream.range(0, fields.count("sku"))
                .mapToObj(i -> fields.at("sku", i))
                .filter(CodeForm::fits)
                .distinct()
                .map(Sku::new)
                .toList();
        Map<Sku, ProductView> known = skus.isEmpty()
                ? Map.of()
                : products.forTill(caller, skus).stream()
                        .collect(Collectors.toMap(ProductView::sku, Function.identity()));
        List<CounterView.Row> rows = new ArrayList<>();
        for (int i = 0; i < fields.count("sku"); i++) {
            String sku = fields.at("sku", i);
            if (!sku.isEmpty()) {
                ProductView product = CodeForm.fits(sku) ? known.get(new Sku(sku)) : null;
                rows.add(new CounterView.Row(
                        sku,
                        fields.at("quantity", i),
                        product == null ? null : new CounterView.Product(product.name(), product.price())));
            }
        }
        int blank = rows.isEmpty() ? FIRST_LINES : FURTHER_LINES;
        for (int i = 0; i < blank; i++) {
            rows.add(new CounterView.Row("", "", null));
        }
        return rows;
    }

    private @Nullable Money total(List<CounterView.Row> rows) {
        Money total = Money.zero(shop.currency());
        boolean any = false;
        for (CounterView.Row row : rows) {
            if (row.product() != null && row.quantity().matches("\\d{0,6}")) {
                int units = row.quantity().isEmpty() ? 1 : Integer.parseInt(row.quantity());
                total = total.plus(row.product().price().times(units));
                any = true;
            }
        }
        return any ? total : null;
    }
}
