package io.agizo.office.pages.customers;

import io.agizo.customers.CustomerView;
import io.agizo.pages.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of customers, as far as the words in the form find them.
 *
 * @param next the cursor of the page that follows
 */
public record CustomersView(
        Form form, List<CustomerView> customers, @Nullable String next) {

    public boolean searched() {
        return !form.typed("q").isBlank();
    }
}
