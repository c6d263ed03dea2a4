package io.agizo.imports;

import io.agizo.shared.InvalidInput;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads a number in a cell. In a table, which people and their spreadsheets write, only what can mean one thing is taken;
 * JSON, which programs write, has one way to write a number.
 */
final class NumberCell {

    /** Longer than any number anyone means; a longer one would only cost time to read. */
    private static final int LONGEST = 30;

    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+([.,]0+)?");
    private static final Pattern EXPONENT = Pattern.compile("[+-]?[\\d.,]+[eE][+-]?\\d+");

    /** One group of three digits after a point or comma: thousands in one country, decimals in another. */
    private static final Pattern POSSIBLY_THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2}[.,]\\d{3}");

    private static final String AMOUNT =
            "must be an amount with a decimal point and without other signs, such as 1250.00";

    private NumberCell() {}

    /** An amount; {@code decimals} is how many the shop's currency has: where that is three, a point is no riddle. */
    static BigDecimal amount(String text, UploadFormat format, int decimals) {
        if (text.length() > LONGEST) {
            throw new InvalidInput(AMOUNT);
        }
        if (format == UploadFormat.CSV) {
            refuseExponent(text);
            if (decimals != 3 || text.contains(",")) {
                refusePossiblyThousands(text, false);
            }
            if (!PLAIN.matcher(text).matches()) {
                throw new InvalidInput(AMOUNT);
            }
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException noNumber) {
            throw new InvalidInput(AMOUNT);
        }
    }

    /** A whole number; spreadsheets and some shop systems write 2 as 2.0. */
    static int whole(String text, UploadFormat format, int least, int most) {
        String digits = text;
        if (format == UploadFormat.CSV) {
            refuseExponent(text);
            refusePossiblyThousands(text, true);
            digits = WHOLE.matcher(text).matches() ? text.split("[.,]", 2)[0] : "";
        }
        try {
            int value = Integer.parseInt(digits);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException noInteger) {
            // Refused below in the same words as one out of range.
        }
        throw new InvalidInput("must be a whole number from " + least + " to " + most);
    }

    private static void refuseExponent(String text) {
        if (EXPONENT.matcher(text).matches()) {
            throw new InvalidInput("must be written out without an E, such as 1250 for 1.25E+03");
        }
    }

    private static void refusePossiblyThousands(String text, boolean whole) {
        if (POSSIBLY_THOUSANDS.matcher(text).matches()) {
            BigDecimal small = new BigDecimal(text.replace(',', '.')).stripTrailingZeros();
            String large = small.movePointRight(3).toPlainString();
            boolean smallWillDo = !whole || small.scale() <= 0;
            throw new InvalidInput("can mean " + small.toPlainString() + " or " + large + "; write "
                    + (smallWillDo ? small.toPlainString() + " or " + large : large + " if you mean that"));
        }
    }
}
