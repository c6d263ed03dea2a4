package io.agizo.customers;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import org.jspecify.annotations.Nullable;

/** Customers that tests meet. */
final class CustomerFixtures {

    private CustomerFixtures() {}

    static CustomerDetails named(String name) {
        return details(null, name, null);
    }

    static CustomerDetails details(@Nullable String code, @Nullable String name, @Nullable String phone) {
        return new CustomerDetails(code, name, phone, null, null);
    }

    static CustomerView registered(ModuleContext shop, CustomerDetails details) {
        return shop.get(Customers.class).register(Callers.shopkeeper(), details);
    }
}
