package io.agizo.shared;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** The amounts that a list is narrowed to, both ends inclusive; null leaves an end open. The second is not less than the first. */
public record AmountRange(@Nullable Money min, @Nullable Money max) {

    public static final AmountRange ANY = new AmountRange(null, null);

    public AmountRange {
        if (min != null && max != null && max.amount().compareTo(min.amount()) < 0) {
            throw new InvalidInput("must not be less than the minimum");
        }
    }

    /**
     * The range between two amounts of the shop’s currency.
     *
     * @param of what is asked by {@code min} and {@code max} of it, such as {@code Total} by {@code minTotal}
     */
    public static AmountRange of(String of, @Nullable BigDecimal min, @Nullable BigDecimal max, Currency currency) {
        Money least = money("/min" + of, min, currency);
        Money most = money("/max" + of, max, currency);
        return InvalidInput.at("/max" + of, () -> new AmountRange(least, most));
    }

    public static AmountRange read(String of, @Nullable String min, @Nullable String max, Currency currency) {
        return of(of, number("/min" + of, min), number("/max" + of, max), currency);
    }

    private static @Nullable Money money(String pointer, @Nullable BigDecimal amount, Currency currency) {
        return amount == null ? null : InvalidInput.at(pointer, () -> new Money(amount, currency));
    }

    private static @Nullable BigDecimal number(String pointer, @Nullable String text) {
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException noNumber) {
            throw new InvalidInput(pointer, "must be an amount such as 1250.00");
        }
    }
}
