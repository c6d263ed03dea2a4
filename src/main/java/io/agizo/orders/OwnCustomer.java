package io.agizo.orders;

import io.agizo.customers.CustomerDirectory;
import io.agizo.customers.CustomerId;
import io.agizo.customers.CustomerView;
import io.agizo.identity.Caller;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells which customer a shopper is who has signed in. */
@Component
public class OwnCustomer {

    private final CustomerDirectory customers;

    OwnCustomer(CustomerDirectory customers) {
        this.customers = customers;
    }

    /**
     * Empty for programs, for strangers, and for whoever the shop has no record of, or not any more. A program that the person
     * did not let shop for them is refused before it learns even that.
     */
    public Optional<CustomerView> of(Caller caller) {
        caller.mustShop();
        if (caller.customer() == null) {
            return Optional.empty();
        }
        CustomerId id = new CustomerId(caller.customer());
        return Optional.ofNullable(customers.byId(Set.of(id)).get(id)).filter(customer -> !customer.erased());
    }
}
