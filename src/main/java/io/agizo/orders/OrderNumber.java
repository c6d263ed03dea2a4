package io.agizo.orders;

import com.fasterxml.jackson.annotation.JsonValue;
import io.agizo.shared.InvalidInput;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** What people call an order by: seven letters and digits, read out in two groups, such as {@code A7K2-9QX}. */
public record OrderNumber(@JsonValue String value) {

    /** Crockford's Base32: no I, L, O or U, so nothing is misheard or mistyped for something else. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 8;
    private static final int DASH = 4;

    public OrderNumber {
        if (!isNumber(value)) {
            throw new InvalidInput("is not an order number; one looks like A7K2-9QX");
        }
    }

    /** Looked at letter by letter, since each order that is read from the database has one. */
    private static boolean isNumber(String text) {
        int at = 0;
        while (at < text.length() && (at == DASH ? text.charAt(at) == '-' : ALPHABET.indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at == LENGTH && at == text.length();
    }

    /** Draws one of 34 thousand million numbers; the source must be unpredictable, so that nobody counts the shop's orders. */
    static OrderNumber draw(RandomGenerator source) {
        char[] text = new char[LENGTH];
        long bits = source.nextLong();
        for (int i = 0; i < text.length; i++) {
            if (i == DASH) {
                text[i] = '-';
            } else {
                text[i] = ALPHABET.charAt((int) (bits & 31));
                bits >>>= 5;
            }
        }
        return new OrderNumber(new String(text));
    }

    /** Reads a number as people type it: in either case, with or without the dash, O for 0 and I or L for 1. */
    public static OrderNumber parse(String typed) {
        String plain = typed.strip()
                .toUpperCase(Locale.ROOT)
                .replace("-", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return new OrderNumber(plain.length() == 7 ? plain.substring(0, 4) + "-" + plain.substring(4) : plain);
    }

    @Override
    public String toString() {
        return value;
    }
}
