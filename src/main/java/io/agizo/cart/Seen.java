package io.agizo.cart;

import io.agizo.shared.InvalidInput;
import io.agizo.shared.Money;
import io.agizo.shared.Sku;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper agrees to of one line of a cart: which goods, how many, and for how much a unit. Pages carry it along in a
 * form, such as {@code TEA-500 2 450.00,SALT 1 30.00}.
 *
 * @param price null for what was shown as no longer for sale
 */
public record Seen(Sku sku, int quantity, @Nullable Money price) {

    private static final String BETWEEN_LINES = ",";
    private static final String BETWEEN_PARTS = " ";
    private static final String NO_PRICE = "-";

    static String of(Stream<Seen> lines) {
        return lines.map(Seen::written).collect(Collectors.joining(BETWEEN_LINES));
    }

    private String written() {
        return String.join(
                BETWEEN_PARTS, sku.value(), Integer.toString(quantity), price == null ? NO_PRICE : price.plain());
    }

    /** What a form brought back, by product; what nobody can read of it is left out. */
    public static Map<Sku, Seen> read(String seen, Currency currency) {
        Map<Sku, Seen> lines = new LinkedHashMap<>();
        for (String line : seen.split(BETWEEN_LINES, Cart.MOST_LINES + 1)) {
            line(line.split(BETWEEN_PARTS, -1), currency).ifPresent(read -> lines.put(read.sku(), read));
        }
        return lines;
    }

    private static Optional<Seen> line(String[] parts, Currency currency) {
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            Money price = parts[2].equals(NO_PRICE) ? null : new Money(new BigDecimal(parts[2]), currency);
            return Optional.of(new Seen(new Sku(parts[0]), Integer.parseInt(parts[1]), price));
        } catch (NumberFormatException | InvalidInput madeUp) {
            return Optional.empty();
        }
    }
}
