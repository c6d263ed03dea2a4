package io.agizo.office.pages.front;

import io.agizo.api.PageRequest;
import io.agizo.catalog.ProductFilter;
import io.agizo.catalog.Products;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.office.pages.front.FrontView.Step;
import io.agizo.orders.ReadOrders;
import io.agizo.signin.AskForCode;
import io.agizo.staff.Employees;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a new shop does first, ticked off as it is done, for whoever may do it. */
@Component
class FirstSteps {

    /** A shop with so many orders has found its way. */
    private static final long NEW_UNTIL_ORDERS = 10;

    private final ReadOrders orders;
    private final Products products;
    private final Employees employees;
    private final AskForCode texts;

    FirstSteps(ReadOrders orders, Products products, Employees employees, AskForCode texts) {
        this.orders = orders;
        this.products = products;
        this.employees = employees;
        this.texts = texts;
    }

    /** Whether the shop has had no order yet, as far as the caller may know. */
    boolean hasNoOrder(Caller caller) {
        return caller.may(Permission.ORDERS_READ) && count(caller) == 0;
    }

    /** None once the shop has found its way, or if all are done. */
    List<Step> steps(Caller caller) {
        if (!caller.may(Permission.ORDERS_READ)) {
            return List.of();
        }
        long placed = count(caller);
        if (placed >= NEW_UNTIL_ORDERS) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        if (caller.may(Permission.PRODUCTS_WRITE)) {
            steps.add(new Step("products", "/office/products/new", hasProducts(caller)));
        }
        if (caller.may(Permission.ORDERS_PLACE)) {
            steps.add(new Step("order", "/office/counter", placed > 0));
        }
        if (caller.may(Permission.EMPLOYEES_MANAGE)) {
            boolean others =
                    employees.list(caller, new PageRequest(2, null)).items().size() > 1;
            steps.add(new Step("people", "/office/employees/new", others));
        }
        if (caller.may(Permission.SETTINGS_MANAGE)) {
            steps.add(new Step("gateway", null, texts.isPossible()));
        }
        return steps.stream().allMatch(Step::done) ? List.of() : List.copyOf(steps);
    }

    private long count(Caller caller) {
        return orders.summary(caller).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private boolean hasProducts(Caller caller) {
        return Stream.of(true, false)
                .anyMatch(visible -> !products.list(
                                caller, new ProductFilter(null, null, null, visible), null, new PageRequest(1, null))
                        .items()
                        .isEmpty());
    }
}
