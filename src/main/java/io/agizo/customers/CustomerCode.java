package io.agizo.customers;

import com.fasterxml.jackson.annotation.JsonValue;
import io.agizo.shared.InvalidInput;
import java.util.Optional;
import java.util.regex.Pattern;

/** The code by which the shop knows a customer. */
public record CustomerCode(@JsonValue String value) {

    public static final String PATTERN = "^[A-Za-z0-9._-]{1,40}$";
    public static final String RULE = "must be 1 to 40 letters, digits, '-', '_' or '.'";
    private static final Pattern COMPILED = Pattern.compile(PATTERN);

    public CustomerCode {
        if (!COMPILED.matcher(value).matches()) {
            throw new InvalidInput(RULE);
        }
    }

    /** The code that the text is, if it is one. */
    public static Optional<CustomerCode> ifValid(String text) {
        return COMPILED.matcher(text).matches() ? Optional.of(new CustomerCode(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
