package io.agizo.office.pages.front;

import io.agizo.api.PageRequest;
import io.agizo.catalog.ProductFilter;
import io.agizo.catalog.Products;
import io.agizo.customers.Customers;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.office.pages.front.FoundView.Find;
import io.agizo.office.pages.front.FoundView.Group;
import io.agizo.orders.OrderSort;
import io.agizo.orders.ReadOrders;
import io.agizo.orders.ReadOrders.Wanted;
import io.agizo.search.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the command palette finds: orders, products, customers, and the places of the office, as far as they are the caller's. */
@Controller
class FindPages {

    /** Of each kind; whoever sees none of theirs types on. */
    private static final PageRequest FIRST = new PageRequest(5, null);

    /** Longer words find nothing more. */
    private static final int LONGEST = 100;

    private final ReadOrders orders;
    private final Products products;
    private final Customers customers;

    FindPages(ReadOrders orders, Products products, Customers customers) {
        this.orders = orders;
        this.products = products;
        this.customers = customers;
    }

    @GetMapping("/office/find")
    String find(Caller caller, @RequestParam(defaultValue = "") String q, Model model) {
        String words = q.strip();
        words = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        List<Group> groups = new ArrayList<>();
        if (!words.isEmpty()) {
            groups.add(new Group("orders", "orders", orders(caller, words)));
            groups.add(new Group("customers", "customers", customers(caller, words)));
            groups.add(new Group("products", "products", products(caller, words)));
        }
        groups.add(new Group("actions", "enter", places(caller, true)));
        groups.add(new Group("pages", "stall", places(caller, false)));
        groups.removeIf(group -> group.finds().isEmpty());
        model.addAttribute("view", new FoundView(words.toLowerCase(Locale.ROOT), groups));
        return "office/front/found";
    }

    private List<Find> orders(Caller caller, String words) {
        if (!caller.may(Permission.ORDERS_READ)) {
            return List.of();
        }
        return orders.list(caller, new Wanted(null, null, words, null, null, OrderSort.NEWEST), FIRST).items().stream()
                .map(order -> Find.of(
                        "/office/orders/" + order.number(),
                        order.number().value(),
                        order.buyer() != null
                                ? order.buyer().name()
                                : order.customer() == null
                                        ? null
                                        : order.customer().name()))
                .toList();
    }

    private List<Find> customers(Caller caller, String words) {
        if (!caller.may(Permission.CUSTOMERS_READ)) {
            return List.of();
        }
        return customers.list(caller, words, FIRST).items().stream()
                .map(customer -> Find.of(
                        "/office/customers/" + customer.code(),
                        Objects.requireNonNullElse(
                                customer.name(), customer.code().value()),
                        customer.phone() == null ? null : customer.phone().e164()))
                .toList();
    }

    /** Hidden ones too, for those who may see them. */
    private List<Find> products(Caller caller, String words) {
        if (!Place.PRODUCTS.isFor(caller)) {
            return List.of();
        }
        Stream<Boolean> visible = caller.may(Permission.PRODUCTS_WRITE) ? Stream.of(true, false) : Stream.of(true);
        return visible.flatMap(
                        shown -> products
                                .list(caller, new ProductFilter(SearchText.of(words), null, null, shown), null, FIRST)
                                .items()
                                .stream())
                .limit(FIRST.limit())
                .map(product -> Find.of(
                        "/office/products/" + product.sku(),
                        product.name(),
                        product.sku().value()))
                .toList();
    }

    /** All of them: which ones are meant is seen where they are said, in the reader's language. */
    private static List<Find> places(Caller caller, boolean actions) {
        return Place.ALL.stream()
                .filter(place -> place.action() == actions && place.isFor(caller))
                .map(place -> Find.place(place.href(), place.name()))
                .toList();
    }
}
