package io.agizo.customers;

import com.fasterxml.jackson.annotation.JsonValue;
import io.agizo.shared.CodeForm;
import io.agizo.shared.InvalidInput;
import java.util.Optional;

/** The code by which the shop knows a customer. */
public record CustomerCode(@JsonValue String value) {

    public CustomerCode {
        if (!CodeForm.fits(value)) {
            throw new InvalidInput(CodeForm.RULE);
        }
    }

    /** The code that the text is, if it is one. */
    public static Optional<CustomerCode> ifValid(String text) {
        return CodeForm.fits(text) ? Optional.of(new CustomerCode(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
