package io.agizo.customers;

import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Shop;
import io.agizo.shared.TextLanguage;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what is said about a customer into personal data the shop can use, or tells all that is wrong with it. */
@Component
class CustomerRules {

    private final Validator validator;
    private final Shop shop;

    CustomerRules(Validator validator, Shop shop) {
        this.validator = validator;
        this.shop = shop;
    }

    /** Checks the details; a phone that is the customer's already stays, even if numbering plans have changed since. */
    Person check(CustomerDetails details, @Nullable PhoneNumber present) {
        List<Fault> faults = new ArrayList<>();
        validator
                .validate(details)
                .forEach(violation -> faults.add(new Fault("/" + violation.getPropertyPath(), violation.getMessage())));
        PhoneNumber phone = null;
        try {
            phone = phone(details.phone(), present);
        } catch (InvalidInput invalid) {
            faults.addAll(invalid.faults());
        }
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparing(Fault::pointer));
            throw new InvalidInput(faults);
        }
        String locale = Objects.requireNonNullElse(details.locale(), TextLanguage.USUAL);
        return new Person(Objects.requireNonNull(details.name()), phone, details.email(), locale);
    }

    private @Nullable PhoneNumber phone(@Nullable String text, @Nullable PhoneNumber present) {
        if (text == null) {
            return null;
        }
        if (present != null && present.e164().equals(text)) {
            return present;
        }
        return InvalidInput.at("/phone", () -> PhoneNumber.parse(text, shop.country()));
    }
}
