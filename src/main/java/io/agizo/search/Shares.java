package io.agizo.search;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How common the commonest words of a table are, by the statistics that the database gathers. They choose how a search is made,
 * and never what it finds.
 *
 * @param rows how many the table has
 * @param shares the part of them that has each word; words that are not here are rare
 * @param until when to ask again
 */
record Shares(long rows, NavigableMap<String, Double> shares, Instant until) {

    /** How many rows are likely to match, if the words have nothing to do with each other. */
    double rows(List<Unit> units, @Nullable String label, Match match) {
        double share = label == null ? 1 : shares.getOrDefault("@" + label, 0.0);
        for (Unit unit : units) {
            share *= Math.min(1, share(unit, match));
        }
        return share * rows;
    }

    private double share(Unit unit, Match match) {
        if (match == Match.WHOLE) {
            return whole(unit.word());
        }
        double begun = Stream.of("", ".", "#")
                .mapToDouble(sign -> beginning(sign + unit.word()))
                .sum();
        return match == Match.BEGUN
                ? begun
                : begun + unit.like().stream().mapToDouble(this::whole).sum();
    }

    private double whole(String word) {
        return shares.getOrDefault(word, 0.0) + shares.getOrDefault("." + word, 0.0);
    }

    private double beginning(String beginning) {
        return shares.subMap(beginning, true, beginning + Character.MAX_VALUE, false).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
