package io.agizo.search;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * Tells whether a typed word is another one with slips: a letter left out, put in or replaced, or two neighbours swapped. One
 * slip is allowed from four letters on, two from eight on.
 */
final class Slips {

    /** What is like more words than these says little; the nearest are taken. */
    private static final int MOST_WORDS = 12;

    private static final int SHORTEST = 4;

    /** Half of a word of four letters, and that misspelt, could be anything. */
    private static final int SHORTEST_BEGINNING = 5;

    private static final int LONG = 8;

    private Slips() {}

    /** The words that may be meant, nearest first; none that the typed one begins, since it is no slip of those. */
    static List<String> nearest(String typed, List<String> words) {
        return words.stream()
                .filter(word -> !word.startsWith(typed) && distance(typed, word).isPresent())
                .sorted(Comparator.<String>comparingInt(
                                word -> distance(typed, word).orElseThrow())
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_WORDS)
                .toList();
    }

    /** How far the word is from the typed one, a whole word nearer than a beginning; empty if there are too many slips. */
    static OptionalInt distance(String typed, String word) {
        int allowed = typed.length() < SHORTEST ? 0 : typed.length() < LONG ? 1 : 2;
        int[] slips = slips(typed, word);
        int whole = slips[word.length()];
        if (whole <= allowed) {
            return OptionalInt.of(2 * whole);
        }
        int begun = whole;
        for (int slipsOfBeginning : slips) {
            begun = Math.min(begun, slipsOfBeginning);
        }
        return begun <= allowed && typed.length() >= SHORTEST_BEGINNING
                ? OptionalInt.of(2 * begun + 1)
                : OptionalInt.empty();
    }

    /** The slips between the typed word and each beginning of the other: the last row of the table of optimal string alignment. */
    private static int[] slips(String typed, String word) {
        int[][] slips = new int[typed.length() + 1][word.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= word.length(); j++) {
                if (i == 0 || j == 0) {
                    slips[i][j] = i + j;
                    continue;
                }
                int replaced = slips[i - 1][j - 1] + (typed.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1);
                slips[i][j] = Math.min(replaced, 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
                if (i > 1
                        && j > 1
                        && typed.charAt(i - 1) == word.charAt(j - 2)
                        && typed.charAt(i - 2) == word.charAt(j - 1)) {
                    slips[i][j] = Math.min(slips[i][j], 1 + slips[i - 2][j - 2]);
                }
            }
        }
        return slips[typed.length()];
    }
}
