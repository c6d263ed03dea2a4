package io.agizo.search;

import java.util.List;

/**
 * A word of a search, folded as the words of rows are.
 *
 * @param joins whether together with the next one it begins a word that some row has, such as {@code 350g}
 * @param like words that rows have and that may be meant
 */
record TypedWord(String word, boolean joins, List<String> like) {

    TypedWord {
        like = List.copyOf(like);
    }

    TypedWord(String word) {
        this(word, false, List.of());
    }

    boolean isNumber() {
        return word.chars().allMatch(character -> character >= '0' && character <= '9');
    }
}
