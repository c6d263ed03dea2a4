package io.agizo.search;

import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * The word indexes of the shop's tables. A table {@code t} has one if {@code t_vocabulary} holds the words of its rows, and the
 * index {@code t_by_terms} finds the rows by the array {@code t_terms} of what they can be looked up by exactly.
 */
@Component
public class WordIndexes {

    private final VocabularyStore store;
    private final Clock clock;

    WordIndexes(VocabularyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public WordIndex of(String table) {
        return new WordIndex(table, store, clock);
    }
}
