package io.agizo.orders;

import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.customers.Contact;
import io.agizo.customers.CustomerView;
import io.agizo.identity.Caller;
import io.agizo.shared.Shop;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows a shopper who has signed in their own orders, and nobody else's: an order that is another's is not there. */
@Component
public class ReadOwnOrders {

    private final OrderStore store;
    private final OrderViews views;
    private final OwnCustomer own;
    private final Shop shop;

    ReadOwnOrders(OrderStore store, OrderViews views, OwnCustomer own, Shop shop) {
        this.store = store;
        this.views = views;
        this.own = own;
        this.shop = shop;
    }

    /** Latest first. */
    @Transactional(readOnly = true)
    public Page<Receipt> list(Caller caller, PageRequest page) {
        CustomerView customer = own.of(caller).orElse(null);
        if (customer == null) {
            return Page.empty();
        }
        var filter = OrderFilter.of(customer.id(), page.after());
        Page<OrderRow> orders = page.page(store.list(filter, page.fetch()), filter::sortKey);
        return orders.with(views.of(orders.items()).stream()
                .map(order -> receipt(order, customer))
                .toList());
    }

    @Transactional(readOnly = true)
    public Receipt get(Caller caller, OrderNumber number) {
        CustomerView customer = own.of(caller).orElseThrow(() -> ReadOrders.noOrder(number));
        OrderRow order = store.find(number)
                .filter(found -> customer.id().equals(found.customer()))
                .orElseThrow(() -> ReadOrders.noOrder(number));
        return receipt(views.of(List.of(order)).getFirst(), customer);
    }

    private Receipt receipt(OrderView order, CustomerView customer) {
        Contact buyer = new Contact(Objects.requireNonNull(customer.name()), customer.phone());
        return Receipt.of(order, buyer, shop.name());
    }
}
