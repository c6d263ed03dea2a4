package io.agizo.office.pages.customers;

import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.customers.CustomerCode;
import io.agizo.customers.CustomerView;
import io.agizo.customers.Customers;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.office.pages.ConfirmView;
import io.agizo.orders.OrderSort;
import io.agizo.orders.OrderView;
import io.agizo.orders.ReadOrders;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.Stale;
import io.agizo.shared.TextLanguage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

/** The pages on which customers are found, recorded, changed and erased. */
@Controller
@RequestMapping(CustomerPages.PATH)
class CustomerPages {

    static final String PATH = "/office/customers";

    private static final PageRequest LATEST_ORDERS = new PageRequest(10, null);

    private final Customers customers;
    private final ReadOrders orders;

    CustomerPages(Customers customers, ReadOrders orders) {
        this.customers = customers;
        this.orders = orders;
    }

    @GetMapping
    String list(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            PageRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(Map.of("q", q));
        Page<CustomerView> page = Page.empty();
        try {
            page = customers.list(caller, q, request);
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            form = form.refused(invalid);
        }
        model.addAttribute("view", new CustomersView(form, page.items(), page.nextCursor()));
        return "office/customers/list";
    }

    @GetMapping("/new")
    String add(Caller caller, Locale locale, Model model) {
        caller.must(Permission.CUSTOMERS_WRITE);
        return toAdd(Form.of(Map.of("locale", TextLanguage.of(locale))), model);
    }

    @PostMapping("/new")
    String register(
            Caller caller,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        CustomerFields sent = CustomerFields.sent(form);
        try {
            CustomerView customer = customers.register(caller, sent.details());
            redirect.addFlashAttribute(
                    "notice", Message.of("customers.added", Objects.requireNonNull(customer.name())));
            return "redirect:" + PATH + "/" + customer.code();
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return toAdd(sent.form().refused(invalid), model);
        } catch (Conflict taken) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return toAdd(sent.form().refused("code", "customers.code.taken"), model);
        }
    }

    @GetMapping("/{code}")
    String customer(Caller caller, @PathVariable String code, Model model) {
        CustomerView customer = customers.get(caller, code(code));
        return show(caller, customer, CustomerFields.of(customer).form(), model);
    }

    @PostMapping("/{code}")
    String change(
            Caller caller,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        CustomerFields sent = CustomerFields.sent(form);
        Form refused;
        try {
            CustomerView changed = customers.change(caller, code(code), version, present -> sent.details());
            redirect.addFlashAttribute("notice", Message.of("customers.saved"));
            return "redirect:" + PATH + "/" + changed.code();
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            refused = sent.form().refused(invalid);
        } catch (Stale changed) {
            response.setStatus(HttpStatus.PRECONDITION_FAILED.value());
            refused = sent.form().refused("", "office.changed");
        } catch (Conflict taken) {
            response.setStatus(HttpStatus.CONFLICT.value());
            refused = sent.form().refused("code", "customers.code.taken");
        }
        return show(caller, customers.get(caller, code(code)), refused, model);
    }

    @GetMapping("/{code}/erase")
    String askToErase(Caller caller, @PathVariable String code, Model model) {
        CustomerView customer = customers.get(caller, code(code));
        ConfirmView view = new ConfirmView(
                Message.of("customers.erase.sure", Objects.requireNonNullElse(customer.name(), code)),
                Message.of("customers.erase.text"),
                PATH + "/" + code + "/erase",
                Message.of("customers.erase.go"),
                PATH + "/" + code,
                Message.of("customers.erase.keep"));
        model.addAttribute("view", view);
        return "office/confirm";
    }

    @PostMapping("/{code}/erase")
    String erase(Caller caller, @PathVariable String code, RedirectAttributes redirect) {
        customers.erase(caller, code(code), null);
        redirect.addFlashAttribute("notice", Message.of("customers.erased"));
        return "redirect:" + PATH;
    }

    private String show(Caller caller, CustomerView customer, Form form, Model model) {
        Page<OrderView> latest = caller.may(Permission.ORDERS_READ)
                ? orders.list(
                        caller,
                        new ReadOrders.Wanted(null, customer.code(), null, null, null, OrderSort.NEWEST),
                        LATEST_ORDERS)
                : Page.empty();
        model.addAttribute("view", new CustomerPageView(customer, form, latest.items(), latest.nextCursor() != null));
        return "office/customers/customer";
    }

    private static String toAdd(Form form, Model model) {
        model.addAttribute("view", form);
        return "office/customers/new";
    }

    private static CustomerCode code(String path) {
        return CustomerCode.ifValid(path).orElseThrow(() -> new NotFound("There is no customer of that code."));
    }
}
