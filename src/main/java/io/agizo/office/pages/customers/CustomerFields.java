package io.agizo.office.pages.customers;

import io.agizo.customers.CustomerDetails;
import io.agizo.customers.CustomerView;
import io.agizo.pages.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.MultiValueMap;

/** What is typed about a customer, field by field. */
record CustomerFields(Map<String, String> typed) {

    private static final List<String> NAMES = List.of("code", "name", "phone", "email", "locale");

    static CustomerFields sent(MultiValueMap<String, String> form) {
        Map<String, String> typed = new HashMap<>();
        NAMES.forEach(name -> typed.put(name, Objects.requireNonNullElse(form.getFirst(name), "")));
        return new CustomerFields(typed);
    }

    static CustomerFields of(CustomerView customer) {
        return new CustomerFields(Map.of(
                "code", customer.code().value(),
                "name", Objects.requireNonNullElse(customer.name(), ""),
                "phone", customer.phone() == null ? "" : customer.phone().e164(),
                "email", Objects.requireNonNullElse(customer.email(), ""),
                "locale", customer.locale()));
    }

    CustomerDetails details() {
        return new CustomerDetails(
                typed.get("code"), typed.get("name"), typed.get("phone"), typed.get("email"), typed.get("locale"));
    }

    Form form() {
        return Form.of(typed);
    }
}
