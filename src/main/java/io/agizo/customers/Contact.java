package io.agizo.customers;

import io.agizo.shared.InvalidInput;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.PlainText;
import io.agizo.shared.TextLanguage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How someone without a code introduces themselves: a name, and where texts reach them if they wish any.
 *
 * @param locale the language they are texted in if they are new to the shop, {@code en} or {@code sw}
 */
public record Contact(String name, @Nullable PhoneNumber phone, String locale) {

    /** Somebody who does not say which language they read. */
    public Contact(String name, @Nullable PhoneNumber phone) {
        this(name, phone, TextLanguage.USUAL);
    }

    public Contact {
        name = Objects.requireNonNullElse(PlainText.tidy(name), "");
        if (name.isEmpty() || name.length() > CustomerDetails.LONGEST_NAME || !PlainText.isLine(name)) {
            throw new InvalidInput(
                    "/name", "must be one line of 1 to %d characters".formatted(CustomerDetails.LONGEST_NAME));
        }
    }
}
