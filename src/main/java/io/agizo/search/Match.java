package io.agizo.search;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How well a row matches a search, best first. Each of them holds for all rows for which a better one does. */
public enum Match {
    /** What was typed is the row's code or number. */
    ITSELF(0),
    /** The row has each word. */
    WHOLE(1),
    /** Each word begins one of the row's, or is part of its code. */
    BEGUN(2),
    /** Some words are misspelt. */
    NEAR(3);

    private final int rank;

    Match(int rank) {
        this.rank = rank;
    }

    /** The match as a database sorts it. */
    public int rank() {
        return rank;
    }

    public static Match of(int rank) {
        return Arrays.stream(values())
                .filter(match -> match.rank == rank)
                .findAny()
                .orElseThrow();
    }

    /** Those that a list has still to show after the place, or from its beginning on. */
    public static List<Match> from(@Nullable Place after) {
        return Arrays.stream(values())
                .filter(match -> after == null || match.compareTo(after.match()) >= 0)
                .toList();
    }
}
