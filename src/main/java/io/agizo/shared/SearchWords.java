package io.agizo.shared;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What someone typed into a search: words that must all be found, as patterns for {@code like} on a text in which a
 * space goes before each field.
 *
 * @param patterns what is searched for
 * @param ends what each word ends with, for an index to look up
 */
public record SearchWords(List<String> patterns, List<String> ends) {

    public static final int LONGEST = 100;

    /** More words than this narrow nothing further. */
    private static final int MOST = 8;

    /** A trigram index finds parts of a word from this length on; anything shorter has to begin a word. */
    private static final int SHORTEST_PART = 3;

    /** A trigram index reads a list for each three letters of a word; these many at its end tell it apart as well. */
    private static final int LONGEST_END = 6;

    /** Signs and digits of ASCII stand between words; all else is taken for a letter, as wherever words are kept. */
    private static final Pattern OF_LETTERS = Pattern.compile("% ?[a-zA-Z\\x{80}-\\x{10FFFF}]+%");

    private static final Pattern PHONE = Pattern.compile("%\\+[0-9]{7,15}%");

    public SearchWords {
        patterns = List.copyOf(patterns);
        ends = List.copyOf(ends);
    }

    /** Null or blank text searches for nothing in particular. */
    public static SearchWords of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new SearchWords(List.of(), List.of());
        }
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw new InvalidInput("/q", "must be at most " + LONGEST + " characters of text");
        }
        List<String> words =
                Arrays.stream(text.strip().split("\\s+")).distinct().limit(MOST).toList();
        return new SearchWords(
                words.stream().map(SearchWords::pattern).toList(),
                words.stream().map(SearchWords::end).map(SearchWords::pattern).toList());
    }

    private static String end(String word) {
        return word.substring(
                word.offsetByCodePoints(word.length(), -Math.min(LONGEST_END, word.codePointCount(0, word.length()))));
    }

    private static String pattern(String word) {
        String literal = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        boolean beginsAWord = word.length() < SHORTEST_PART && word.chars().anyMatch(Character::isLetterOrDigit);
        return (beginsAWord ? "% " : "%") + literal + "%";
    }

    /** Whether every text matches. */
    public boolean none() {
        return patterns.isEmpty();
    }

    /** The condition that a text in small letters holds every word, with a parameter for each; true without words. */
    public String allIn(String text) {
        return none() ? "true" : condition(text, "word", i -> true);
    }

    /** The same of every word but the one with the pattern; empty without others. */
    public String othersIn(String text, String pattern) {
        return condition(text, "word", i -> !patterns.get(i).equals(pattern));
    }

    /** A condition for which a trigram index is quick to find few rows more than {@link #allIn} is true of. */
    public String lookUp(String text) {
        return none() ? "true" : condition(text, "end", i -> true);
    }

    /** The patterns of those that are letters only, and so part of a single word of any text. */
    public List<String> ofLetters() {
        return patterns.stream()
                .filter(pattern -> OF_LETTERS.matcher(pattern).matches())
                .toList();
    }

    /** What is searched for, if it looks like a telephone number in E.164 and may be a whole one. */
    public Optional<String> phone() {
        return patterns.size() == 1 && PHONE.matcher(patterns.getFirst()).matches()
                ? Optional.of(patterns.getFirst().replace("%", ""))
                : Optional.empty();
    }

    /** The values of the parameters of both conditions. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < patterns.size(); i++) {
            parameters.put("word" + i, patterns.get(i));
            parameters.put("end" + i, ends.get(i));
        }
        return parameters;
    }

    /** The database folds a pattern as it folded the text, and in a query of its own: once, not for each row. */
    private String condition(String text, String parameter, IntPredicate which) {
        return IntStream.range(0, patterns.size())
                .filter(which)
                .mapToObj(i -> text + " like (select lower(:" + parameter + i + "))")
                .collect(Collectors.joining(" and "));
    }
}
