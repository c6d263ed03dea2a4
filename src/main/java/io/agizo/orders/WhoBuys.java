package io.agizo.orders;

import io.agizo.customers.Contact;
import io.agizo.customers.CustomerView;
import io.agizo.identity.Caller;
import io.agizo.orders.CheckOut.Press;
import io.agizo.orders.NewOrderRequest.Buyer;
import io.agizo.shared.InvalidInput;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Finds out whose order a cart becomes: whoever is named, or else the shopper who has signed in. */
@Component
class WhoBuys {

    private final OwnCustomer own;
    private final ProveBuyer proofs;

    WhoBuys(OwnCustomer own, ProveBuyer proofs) {
        this.own = own;
        this.proofs = proofs;
    }

    /**
     * Who it is, and as what the receipt shows them.
     *
     * @param contact nothing that the press does not say, or that is not the shopper's own
     */
    record Who(Buyer buyer, Contact contact, Proof proof) {

        /** Whether the press itself says who it is. */
        boolean isIntroduced() {
            return buyer instanceof Buyer.Introduced;
        }
    }

    Who of(Caller caller, Press press) {
        Contact introduced = press.customer();
        if (introduced != null) {
            Proof proof = proofs.of(caller, press.cart(), introduced.phone(), press.code());
            return new Who(new Buyer.Introduced(introduced), introduced, proof);
        }
        CustomerView known = own.of(caller).orElseThrow(() -> new InvalidInput("/customer", "is required"));
        return new Who(
                new Buyer.Known(known.code()),
                new Contact(Objects.requireNonNull(known.name()), known.phone()),
                proofs.of(caller, press.cart(), null, null));
    }
}
