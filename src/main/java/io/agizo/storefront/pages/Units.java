package io.agizo.storefront.pages;

import io.agizo.cart.Cart;
import io.agizo.shared.InvalidInput;
import java.util.regex.Pattern;

/** How many units a shopper types. */
public final class Units {

    public static final String FIELD = "quantity";

    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    private Units() {}

    /**
     * Reads a whole number of units.
     *
     * @throws InvalidInput for what is no number from the least to {@value Cart#MOST_UNITS}
     */
    public static int read(String typed, int least) {
        String digits = typed.strip();
        if (!WHOLE.matcher(digits).matches()
                || Integer.parseInt(digits) < least
                || Integer.parseInt(digits) > Cart.MOST_UNITS) {
            throw new InvalidInput(
                    "/" + FIELD, "must be a whole number from %d to %d".formatted(least, Cart.MOST_UNITS));
        }
        return Integer.parseInt(digits);
    }
}
