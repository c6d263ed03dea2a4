package io.agizo.search;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Knows the words of the rows of each table that is searched. Such a table has a column {@code words}, made by
 * {@code search_vector}, and tells {@code search_learn} of what is written, in the realm of its own name.
 */
@Component
public class Vocabulary {

    /** Statistics may be older than what the database knows by then. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final VocabularyStore store;
    private final Clock clock;
    private final Map<String, Shares> kept = new ConcurrentHashMap<>();

    Vocabulary(VocabularyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public SearchedWords read(String table, SearchText text) {
        List<TypedWord> typed = store.typed(table, text.typed()).stream()
                .map(word -> new TypedWord(word.word(), word.joins(), Slips.nearest(word.word(), word.like())))
                .toList();
        return SearchedWords.of(typed, shares(table));
    }

    private Shares shares(String table) {
        Shares now = kept.get(table);
        if (now == null || clock.instant().isAfter(now.until())) {
            now = store.shares(table, clock.instant().plus(KEPT));
            kept.put(table, now);
        }
        return now;
    }
}
