package io.agizo.orders;

import io.agizo.shared.InvalidInput;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The orders in which orders are listed. */
public enum OrderSort {
    NEWEST("-time"),
    OLDEST("time"),
    LARGEST("-total"),
    SMALLEST("total");

    private final String word;

    OrderSort(String word) {
        this.word = word;
    }

    /** As addresses have it: what is sorted by, with a hyphen before it if the largest comes first. */
    public String word() {
        return word;
    }

    /** The newest come first unless told. */
    public static OrderSort of(@Nullable String word) {
        return word == null
                ? NEWEST
                : Arrays.stream(values())
                        .filter(sort -> sort.word.equals(word))
                        .findAny()
                        .orElseThrow(() -> new InvalidInput("/sort", "must be time, -time, total or -total"));
    }

    boolean byTotal() {
        return this == LARGEST || this == SMALLEST;
    }

    /** The column of orders that is sorted by, before their ids. */
    String column() {
        return byTotal() ? "total" : "ordered_at";
    }

    boolean descending() {
        return word.startsWith("-");
    }
}
