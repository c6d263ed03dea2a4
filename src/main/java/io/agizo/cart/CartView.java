package io.agizo.cart;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.agizo.api.Versioned;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Money;
import io.agizo.shared.Sku;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cart as its shopper sees it.
 *
 * @param total of all lines that are for sale; null if it is more than the shop can write
 * @param order the number of the order it was checked out as; null while it is open
 */
public record CartView(
        CartId id,
        List<Line> lines,
        @Nullable Money total,
        String currency,
        @Nullable String order,
        @JsonIgnore int version)
        implements Versioned {

    /**
     * So many units of a product.
     *
     * @param nameSw what it is called to readers of Swahili; null for the same
     * @param price of one unit; null if it is no longer for sale
     * @param total of all units; null if it is no longer for sale
     * @param available how many can be ordered now
     * @param priceBefore of one unit when the cart was last shown, if it was another
     */
    public record Line(
            Sku sku,
            String name,
            @JsonIgnore @Nullable String nameSw,
            int quantity,
            @Nullable Money price,
            @Nullable Money total,
            int available,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Money priceBefore) {

        /** What it is called to a reader of the language. */
        public String nameIn(String language) {
            return nameSw != null && language.equals("sw") ? nameSw : name;
        }

        static Line of(CartLine line, @Nullable OnSale now) {
            return new Line(
                    line.sku(),
                    line.name(),
                    now == null ? null : now.product().nameSw(),
                    line.quantity(),
                    line.price(),
                    line.price() == null ? null : times(line.price(), line.quantity()),
                    now == null ? 0 : now.available(),
                    null);
        }

        private Line since(@Nullable CartLine before) {
            Money was = before == null || price == null || price.equals(before.price()) ? null : before.price();
            return new Line(sku, name, nameSw, quantity, price, total, available, was);
        }
    }

    /** Shows a cart as it was last seen, with what is available now. */
    public static CartView of(Cart cart, Shelf shelf, Currency currency) {
        List<Line> lines = cart.lines().stream()
                .map(line -> Line.of(line, shelf.of(line.sku())))
                .toList();
        return new CartView(
                cart.id(), lines, total(lines, currency), currency.getCurrencyCode(), cart.order(), cart.version());
    }

    /** The same, telling which prices are others than in the cart that was shown before. */
    public CartView since(Cart before) {
        List<Line> told = lines.stream()
                .map(line -> line.since(before.line(line.sku()).orElse(null)))
                .toList();
        return new CartView(id, told, total, currency, order, version);
    }

    /** What this shows, written as {@link Seen} says, for a page to say what it was that somebody pressed on. */
    public String seen() {
        return Seen.of(lines.stream().map(line -> new Seen(line.sku(), line.quantity(), line.price())));
    }

    private static @Nullable Money total(List<Line> lines, Currency currency) {
        Money sum = Money.zero(currency);
        for (Line line : lines) {
            if (line.price() != null) {
                sum = line.total() == null || sum == null ? null : plus(sum, line.total());
            }
        }
        return sum;
    }

    private static @Nullable Money times(Money price, int quantity) {
        try {
            return price.times(quantity);
        } catch (InvalidInput tooMuchMoney) {
            return null;
        }
    }

    private static @Nullable Money plus(Money sum, Money more) {
        try {
            return sum.plus(more);
        } catch (InvalidInput tooMuchMoney) {
            return null;
        }
    }
}
