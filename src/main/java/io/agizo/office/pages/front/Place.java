package io.agizo.office.pages.front;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import java.util.List;
import java.util.Set;

/**
 * A page of the office or something to do there, as the palette knows it.
 *
 * @param name by which its words are found
 * @param action whether it is something to do
 * @param any of which one permission is enough; none for everyone at work
 */
record Place(String name, String href, boolean action, Set<Permission> any) {

    static final Place PRODUCTS = page(
            "products", "/office/products", Permission.PRODUCTS_WRITE, Permission.STOCK_WRITE, Permission.ORDERS_READ);

    static final List<Place> ALL = List.of(
            page("waits", "/office"),
            page("orders", "/office/orders", Permission.ORDERS_READ),
            page("counter", "/office/counter", Permission.ORDERS_PLACE),
            PRODUCTS,
            page("customers", "/office/customers", Permission.CUSTOMERS_READ),
            page("messages", "/office/messages", Permission.MESSAGES_READ),
            page(
                    "imports",
                    "/office/imports",
                    Permission.CUSTOMERS_WRITE,
                    Permission.PRODUCTS_WRITE,
                    Permission.ORDERS_PLACE),
            page("employees", "/office/employees", Permission.EMPLOYEES_MANAGE),
            page("clients", "/office/settings/clients", Permission.CLIENTS_MANAGE),
            page("look", "/office/settings/shop", Permission.SETTINGS_MANAGE),
            page("printing", "/office/settings/printing", Permission.ORDERS_READ),
            page("account", "/account"),
            action("pending", "/office/orders?status=pending", Permission.ORDERS_READ),
            action("accepted", "/office/orders?status=accepted", Permission.ORDERS_READ),
            action("sell", "/office/counter", Permission.ORDERS_PLACE),
            action("product", "/office/products/new", Permission.PRODUCTS_WRITE),
            action("invite", "/office/employees/new", Permission.EMPLOYEES_MANAGE),
            action("client", "/office/settings/clients/new", Permission.CLIENTS_MANAGE));

    private static Place page(String name, String href, Permission... any) {
        return new Place(name, href, false, Set.of(any));
    }

    private static Place action(String name, String href, Permission... any) {
        return new Place(name, href, true, Set.of(any));
    }

    boolean isFor(Caller caller) {
        return any.isEmpty() || any.stream().anyMatch(caller::may);
    }
}
