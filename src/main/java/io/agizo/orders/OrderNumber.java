package io.agizo.orders;

import com.fasterxml.jackson.annotation.JsonValue;
import io.agizo.shared.InvalidInput;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** What people call an order by: seven letters and digits, read out in two groups, such as {@code A7K2-9QX}. */
public record OrderNumber(@JsonValue String value) {

    /** Crockford's Base32: no I, L, O or U, so nothing is misheard or mistyped for something else. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** Letters and digits without the dash. */
    static final int DIGITS = 7;

    private static final int LENGTH = 8;
    private static final int DASH = 4;

    public OrderNumber {
        if (!isNumber(value)) {
            throw new InvalidInput("is not an order number; one looks like A7K2-9QX");
        }
    }

    /** Looked at letter by letter, since each order that is read from the database has one. */
    static boolean isNumber(String text) {
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
        String plain = meant(typed.strip().replace("-", ""));
        return new OrderNumber(plain.length() == DIGITS ? grouped(plain) : plain);
    }

    /** The letters and digits that are meant by those of a number, or of a part of one. */
    static String meant(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    static String grouped(String plain) {
        return plain.substring(0, DASH) + "-" + plain.substring(DASH);
    }

    @Override
    public String toString() {
        return value;
    }
}
