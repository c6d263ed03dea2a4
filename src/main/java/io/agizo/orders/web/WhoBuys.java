package io.agizo.orders.web;

import io.agizo.cart.CartId;
import io.agizo.customers.Contact;
import io.agizo.customers.CustomerView;
import io.agizo.identity.Caller;
import io.agizo.orders.NewOrderRequest.Buyer;
import io.agizo.orders.OwnCustomer;
import io.agizo.orders.Proof;
import io.agizo.orders.ProveBuyer;
import io.agizo.shared.Shop;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Finds out whose order a cart becomes: whoever is named, or else the shopper who has signed in. */
@Component
class WhoBuys {

    private final OwnCustomer own;
    private final ProveBuyer proofs;
    private final Shop shop;

    WhoBuys(OwnCustomer own, ProveBuyer proofs, Shop shop) {
        this.own = own;
        this.proofs = proofs;
        this.shop = shop;
    }

    /**
     * Who it is, and as what the receipt shows them.
     *
     * @param contact nothing that the request does not say, or that is not the shopper's own
     */
    record Who(Buyer buyer, Contact contact, Proof proof) {

        /** Whether the request itself says who it is. */
        boolean isIntroduced() {
            return buyer instanceof Buyer.Introduced;
        }
    }

    Who of(Caller caller, CartId cart, CheckoutBody body) {
        if (body.customer() == null) {
            var known = own.of(caller);
            if (known.isPresent()) {
                return recognised(known.get(), proofs.of(caller, cart, null, null));
            }
        }
        Contact introduced = body.buyer(shop);
        Proof proof = proofs.of(
                caller,
                cart,
                introduced.phone(),
                body.customer() == null ? null : body.customer().code());
        return new Who(new Buyer.Introduced(introduced), introduced, proof);
    }

    private static Who recognised(CustomerView customer, Proof proof) {
        return new Who(
                new Buyer.Known(customer.code()),
                new Contact(Objects.requireNonNull(customer.name()), customer.phone()),
                proof);
    }
}
