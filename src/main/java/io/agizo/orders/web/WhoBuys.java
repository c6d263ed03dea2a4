package io.agizo.orders.web;

import io.agizo.customers.Contact;
import io.agizo.customers.CustomerView;
import io.agizo.identity.Caller;
import io.agizo.orders.OwnCustomer;
import io.agizo.orders.PlaceOrder.Buyer;
import io.agizo.shared.Shop;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Finds out whose order a cart becomes: whoever is named, or else the shopper who has signed in. */
@Component
class WhoBuys {

    private final OwnCustomer own;
    private final Shop shop;

    WhoBuys(OwnCustomer own, Shop shop) {
        this.own = own;
        this.shop = shop;
    }

    /**
     * Who it is, and as what the receipt shows them.
     *
     * @param contact nothing that the request does not say, or that is not the shopper's own
     */
    record Who(Buyer buyer, Contact contact) {}

    Who of(Caller caller, CheckoutBody body) {
        if (body.customer() == null) {
            var known = own.of(caller);
            if (known.isPresent()) {
                return recognised(known.get());
            }
        }
        Contact introduced = body.buyer(shop);
        return new Who(new Buyer.Introduced(introduced), introduced);
    }

    private static Who recognised(CustomerView customer) {
        return new Who(
                new Buyer.Known(customer.code()),
                new Contact(Objects.requireNonNull(customer.name()), customer.phone()));
    }
}
