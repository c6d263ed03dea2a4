package io.agizo.storefront.pages.checkout;

import io.agizo.cart.CartView;
import io.agizo.cart.Seen;
import io.agizo.pages.Form;
import io.agizo.shared.Money;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Sku;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a cart becomes an order.
 *
 * @param lines in the order in which they were added
 * @param shopper who has signed in and orders in their own name; null for whoever gives name and phone
 * @param phone the number that is going to be texted, as far as it can be read
 * @param code how far it is proved that the number is the shopper's
 * @param words what the shop says of payment and of how the goods are handed over
 */
public record CheckoutView(
        CartView cart,
        List<Line> lines,
        Form form,
        @Nullable Shopper shopper,
        @Nullable PhoneNumber phone,
        Code code,
        @Nullable String words) {

    /** Somebody who has signed in. */
    public record Shopper(String name, PhoneNumber phone) {}

    /** Whether a code is needed that proves the number. */
    public enum Code {
        NOT_NEEDED,
        NEEDED,
        TEXTED
    }

    /**
     * A line of the cart, with what is other than the shopper was shown before.
     *
     * @param was the price of a unit until now; null if it is the same
     * @param had how many units there were until now, where the cart was changed elsewhere; null if as many
     * @param isNew whether the page that was pressed on did not show it
     */
    public record Line(
            CartView.Line now,
            @Nullable Money was,
            @Nullable Integer had,
            boolean isNew) {

        public boolean isGone() {
            return now.price() == null || now.available() == 0;
        }

        public boolean isShort() {
            return !isGone() && now.available() < now.quantity();
        }

        /** Whether it cannot be ordered as it is. */
        boolean isTooMuch() {
            return isGone() || isShort();
        }

        public boolean isChanged() {
            return was != null || had != null || isNew;
        }
    }

    /** The lines beside what a page showed before; nothing is said to have changed where nobody saw any. */
    static List<Line> lines(CartView cart, String seen) {
        Map<Sku, Seen> before = Seen.read(seen, Currency.getInstance(cart.currency()));
        return cart.lines().stream()
                .map(line -> line(line, before.get(line.sku()), before.isEmpty()))
                .toList();
    }

    private static Line line(CartView.Line now, @Nullable Seen before, boolean nothingSeen) {
        if (before == null) {
            return new Line(now, null, null, !nothingSeen);
        }
        boolean samePrice = Objects.equals(before.price(), now.price());
        return new Line(
                now,
                samePrice ? null : before.price(),
                before.quantity() == now.quantity() ? null : before.quantity(),
                false);
    }

    /** Whether there is less of something than the cart wants, so that it is no order as it is. */
    public boolean mustShrink() {
        return lines.stream().anyMatch(Line::isTooMuch);
    }

    /** Whether anything is left to order once the cart has shrunk. */
    public boolean hasGoods() {
        return !lines.stream().allMatch(Line::isGone);
    }
}
