package io.agizo.search;

import io.agizo.shared.SearchWords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words of one table's rows. */
public final class WordIndex {

    /** What is part of more words than these is in so many rows that any list soon comes across some. */
    public static final int MOST = 16;

    /** Guesses choose how a search is made, and never what it finds: they may be older than what the database knows. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final String table;
    private final VocabularyStore store;
    private final Clock clock;
    private volatile @Nullable Known known;

    WordIndex(String table, VocabularyStore store, Clock clock) {
        this.table = table;
        this.store = store;
        this.clock = clock;
    }

    private record Known(Map<String, Long> commonest, long rows, Instant until) {

        /** What is not among the commonest is rarer than all of them. */
        long rows(List<String> terms) {
            long unknown = commonest.isEmpty() ? rows : Collections.min(commonest.values());
            return terms.stream()
                    .mapToLong(term -> commonest.getOrDefault(term, unknown))
                    .sum();
        }
    }

    /**
     * How many rows have a term of each of some lists, if these have nothing to do with each other.
     *
     * @param ofRarest how many have one of the list that fewest have
     * @param ofEach how many have one of each list, added up
     */
    public record Guess(long ofAll, long ofRarest, long ofEach) {}

    /** The words that each of the searched ones is part of, if it is of letters only: one more than {@link #MOST} at most. */
    public List<List<String>> containing(SearchWords searched) {
        List<String> patterns = searched.ofLetters();
        return patterns.isEmpty() ? List.of() : store.containing(table, patterns, MOST + 1);
    }

    /** How many rows there are, or less than none if the database has not looked at the table yet. */
    public long rows() {
        return known().rows();
    }

    /** How many rows are likely to have one of the terms. */
    public long rows(List<String> terms) {
        return known().rows(terms);
    }

    /**
     * Guesses by the database's own statistics; empty if it has not looked at the table yet.
     *
     * @param lists at least one
     */
    public Optional<Guess> guess(List<List<String>> lists) {
        Known now = known();
        if (now.commonest().isEmpty()) {
            return Optional.empty();
        }
        long[] rows = lists.stream().mapToLong(now::rows).toArray();
        long ofAll = Arrays.stream(rows).reduce(now.rows(), (wanted, one) -> wanted * one / now.rows());
        return Optional.of(new Guess(
                ofAll,
                Arrays.stream(rows).min().orElseThrow(),
                Arrays.stream(rows).sum()));
    }

    private Known known() {
        Known now = known;
        if (now == null || clock.instant().isAfter(now.until())) {
            now = new Known(
                    store.commonest(table), store.rows(table), clock.instant().plus(KEPT));
            known = now;
        }
        return now;
    }
}
