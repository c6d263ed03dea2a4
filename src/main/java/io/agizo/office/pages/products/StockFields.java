package io.agizo.office.pages.products;

import io.agizo.pages.Form;
import io.agizo.shared.InvalidInput;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is typed about the stock of a product.
 *
 * @param delta units that came, or went if below zero
 * @param counted units on the shelf; what is asked for if it is not blank
 * @param reason a ready-made one, or none
 * @param own a reason in words of one's own
 * @param way {@code in} or {@code out}, so that nobody needs to type a sign; what the sign says if it is neither
 */
record StockFields(String delta, String counted, String reason, String own, String way) {

    private static final Pattern UNITS = Pattern.compile("[+-]?\\d{1,9}");

    boolean isCount() {
        return !counted.isBlank();
    }

    int change() {
        int units = units("delta", delta);
        return switch (way) {
            case "in" -> Math.abs(units);
            case "out" -> -Math.abs(units);
            default -> units;
        };
    }

    String why() {
        return own.isBlank() ? reason.replace('-', ' ') : own;
    }

    Form form() {
        return Form.of(Map.of("delta", delta, "counted", counted, "reason", reason, "own", own));
    }

    static int units(String field, String typed) {
        String units = typed.strip().replace('−', '-');
        if (!UNITS.matcher(units).matches()) {
            throw new InvalidInput("/" + field, "must be a whole number, such as 12");
        }
        return Integer.parseInt(units);
    }
}
