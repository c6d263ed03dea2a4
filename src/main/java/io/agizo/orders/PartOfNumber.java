package io.agizo.orders;

import java.util.Optional;
import java.util.regex.Pattern;

/** Part of an order's number, as people read it out: what it begins with, or the group that it ends with. */
record PartOfNumber(String text) {

    private static final int SHORTEST = 3;
    private static final int LENGTH_OF_END = 3;

    /** A search takes a number in any groups. */
    private static final Pattern SEPARATORS = Pattern.compile("[\\p{Pd}\\p{Z}\\p{Cf}\\s_/.]+");

    /** The part that the words may be; a whole number is none. */
    static Optional<PartOfNumber> in(String words) {
        String text = plain(words);
        boolean part = text.length() >= SHORTEST && text.length() < OrderNumber.DIGITS;
        return Optional.of(new PartOfNumber(text)).filter(one -> part && OrderNumber.isNumber(one.first()));
    }

    /** The letters and digits of a number that may be meant by the words, whole or not. */
    static String plain(String words) {
        return OrderNumber.meant(SEPARATORS.matcher(words).replaceAll(""));
    }

    /** The first of all numbers that begin so. */
    String first() {
        return filledWith("0");
    }

    String last() {
        return filledWith("Z");
    }

    boolean mayBeEnd() {
        return text.length() == LENGTH_OF_END;
    }

    private String filledWith(String character) {
        return OrderNumber.grouped(text + character.repeat(Math.max(0, OrderNumber.DIGITS - text.length())));
    }
}
