package io.agizo.shared;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What someone typed into a search: words that must all be found, as patterns for {@code ilike} on a text in which a
 * space goes before each field.
 */
public record SearchWords(List<String> patterns) {

    public static final int LONGEST = 100;

    /** More words than this narrow nothing further. */
    private static final int MOST = 8;

    /** A trigram index finds parts of a word from this length on; anything shorter has to begin a word. */
    private static final int SHORTEST_PART = 3;

    public SearchWords {
        patterns = List.copyOf(patterns);
    }

    /** Null or blank text searches for nothing in particular. */
    public static SearchWords of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new SearchWords(List.of());
        }
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw new InvalidInput("/q", "must be at most " + LONGEST + " characters of text");
        }
        return new SearchWords(Arrays.stream(text.strip().split("\\s+"))
                .limit(MOST)
                .map(SearchWords::pattern)
                .toList());
    }

    private static String pattern(String word) {
        String literal = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        boolean beginsAWord = word.length() < SHORTEST_PART && word.chars().anyMatch(Character::isLetterOrDigit);
        return (beginsAWord ? "% " : "%") + literal + "%";
    }

    /** The condition that the text holds every word, with a {@code ?} for each pattern; true without words. */
    public String allIn(String text) {
        return patterns.isEmpty() ? "true" : (text + " ilike ? and ").repeat(patterns.size() - 1) + text + " ilike ?";
    }
}
