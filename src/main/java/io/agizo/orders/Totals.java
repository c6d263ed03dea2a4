package io.agizo.orders;

import io.agizo.shared.InvalidInput;
import io.agizo.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What the orders of a list come to, both ends inclusive; null leaves an end open. The second is not less than the first.
 */
public record Totals(@Nullable Money min, @Nullable Money max) {

    public static final Totals ANY = new Totals(null, null);

    public Totals {
        if (min != null && max != null && max.amount().compareTo(min.amount()) < 0) {
            throw new InvalidInput("/maxTotal", "must not be less than minTotal");
        }
    }

    public static Totals of(@Nullable BigDecimal min, @Nullable BigDecimal max, Currency currency) {
        return new Totals(money("/minTotal", min, currency), money("/maxTotal", max, currency));
    }

    public static Totals read(@Nullable String min, @Nullable String max, Currency currency) {
        return of(number("/minTotal", min), number("/maxTotal", max), currency);
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
