package io.agizo.catalog;

import io.agizo.shared.InvalidInput;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The orders in which products are listed; an index serves each. */
public enum ProductSort {
    NAME("name"),
    NAME_DESCENDING("-name"),
    PRICE("price"),
    PRICE_DESCENDING("-price"),
    NEWEST("newest");

    private final String word;

    ProductSort(String word) {
        this.word = word;
    }

    /** Reads the word of {@code ?sort=}; null if there is none. */
    public static @Nullable ProductSort of(@Nullable String word) {
        return word == null
                ? null
                : Arrays.stream(values())
                        .filter(sort -> sort.word.equals(word))
                        .findAny()
                        .orElseThrow(() -> new InvalidInput(
                                "/sort",
                                "must be one of "
                                        + Arrays.stream(values())
                                                .map(ProductSort::word)
                                                .collect(Collectors.joining(", "))));
    }

    public String word() {
        return word;
    }

    boolean descends() {
        return this == NAME_DESCENDING || this == PRICE_DESCENDING || this == NEWEST;
    }
}
