package io.agizo.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The query for a page of the rows that several lists have in common, each kept in order by an index. Whatever is asked for,
 * it is served by indexes that were chosen here and not by the planner, which knows neither the words nor how many rows hold
 * them once a statement is prepared.
 *
 * <p>What a single list answers is read from it. What few rows are likely to hold is looked up. Otherwise the beginning of a
 * list is searched, which is enough where many rows are wanted, then more of it.
 */
public final class ListSearch {

    /** So much of each list is searched at first. One that has no more is searched to its end. */
    private static final int NEAR = 500;

    /** Where nobody knows how many are wanted, more of a list is searched if so many were found near. */
    private static final int OFTEN = 2;

    /** A list that guesses say fills a page a little farther on is searched so far. */
    private static final int FARTHER = 2_500;

    /** So much of a list is searched, in the index alone, when the page is not to be had for less: 2 ms. */
    private static final int AHEAD = 10_000;

    /** In the time in which a row is looked up, so many are searched along a list. */
    private static final int LOOKED_UP = 5;

    /** To look up what has several words, so many that have one are compared in the time in which one is searched. */
    private static final int COMPARED = 8;

    /** As many as can be looked up in the time in which {@link #AHEAD} are searched. */
    private static final int FEW = AHEAD / LOOKED_UP;

    /** Guesses are wrong by so much, and often by more. */
    private static final long DOUBT = 2;

    private final String order;
    private final int most;
    private final int bound;

    /**
     * @param order by {@code place} and {@code id}, either way
     * @param most how many are wanted, which is the parameter {@code :most}
     * @param bound the limit that the planner sees: one for all pages of a list, so that they share a statement
     */
    public ListSearch(String order, int most, int bound) {
        this.order = order;
        this.most = most;
        this.bound = bound;
    }

    /**
     * A list that an index keeps in order, or several to be merged.
     *
     * @param reads each selects {@code id}, {@code place}, by which the list is sorted, and what {@code wanted} looks at
     * @param wanted what is wanted of a row beyond being in the list, or empty
     * @param rows how long the list is likely to be
     */
    public record SortedList(List<String> reads, String wanted, long rows) {

        public SortedList {
            reads = List.copyOf(reads);
        }
    }

    /**
     * Selects {@code id} and {@code place} of up to {@code :most} rows, in the order of the lists.
     *
     * @param lookUp selects {@code id} and {@code place} of all that are wanted, and has a {@code where}
     */
    public String sql(List<SortedList> asked, Optional<WordIndex.Guess> guess, String lookUp) {
        List<SortedList> lists = shortestFirst(asked);
        if (lists.getFirst().wanted().isEmpty()) {
            return allAlong(asked);
        }
        var reads = new Reads();
        if (guess.filter(guessed -> guessed.ofAll() <= FEW).isPresent()) {
            reach(guess.orElseThrow()).ifPresent(rows -> reads.along(lists.getFirst(), rows));
        } else {
            lists.forEach(reads::near);
            lists.forEach(list -> reads.ahead(list, guess.isPresent()));
        }
        return reads.sql(lookUp);
    }

    /** How much of the shortest list is likely to fill the page, if that costs less than to look all up. */
    private OptionalInt reach(WordIndex.Guess guess) {
        long likely = DOUBT * most * guess.ofRarest() / Math.max(1, guess.ofAll());
        long lookedUp = LOOKED_UP * guess.ofAll() + guess.ofEach() / COMPARED;
        return IntStream.of(NEAR, FARTHER, AHEAD)
                .filter(rows -> rows >= likely)
                .limit(1)
                .filter(rows -> rows <= lookedUp)
                .findFirst();
    }

    /** The same of the shortest list, however far along it what is wanted is. */
    public String allAlong(List<SortedList> lists) {
        SortedList shortest = shortestFirst(lists).getFirst();
        return "select id, place from ("
                + (shortest.wanted().isEmpty()
                        ? first(shortest, bound)
                        : page(shortest.reads().getFirst() + " and " + shortest.wanted()))
                + ") p";
    }

    /** The read of a list, in its order and as far as a page goes. */
    public String page(String read) {
        return read + order + " limit " + bound;
    }

    private static List<SortedList> shortestFirst(List<SortedList> lists) {
        return lists.stream().sorted(Comparator.comparingLong(SortedList::rows)).toList();
    }

    /** The limits are written out in each, or the planner might sort a whole list. */
    private String first(SortedList list, int most) {
        String limited = order + " limit " + most;
        return list.reads().size() == 1
                ? list.reads().getFirst() + limited
                : "select distinct on (place, id) * from ("
                        + list.reads().stream()
                                .map(read -> "(" + read + limited + ")")
                                .collect(Collectors.joining(" union all "))
                        + ") w" + limited;
    }

    /** The reads, one after the other, each made only if those before it neither filled the page nor found all there is. */
    private final class Reads {

        private final List<String> tables = new ArrayList<>();
        private final List<String> ways = new ArrayList<>();
        private String open = "true";
        private String often = "false";

        void near(SortedList list) {
            String found = read(list, NEAR, open, mayEnd(list, NEAR));
            often += " or (select count(*) from " + found + ") >= " + OFTEN;
        }

        void ahead(SortedList list, boolean guessed) {
            read(list, AHEAD, guessed ? open : open + " and (" + often + ")", mayEnd(list, AHEAD));
        }

        void along(SortedList list, int rows) {
            read(list, rows, open, false);
        }

        private static boolean mayEnd(SortedList list, int rows) {
            return list.rows() <= DOUBT * rows;
        }

        /** Reads until the page is full. Where it is not, the list is looked at again, for whether that was all of it. */
        private String read(SortedList list, int rows, String asked, boolean mayEnd) {
            String found = "found" + tables.size();
            String ahead = "(" + first(list, rows) + ") p";
            tables.add(found + " as materialized (select id, place from " + ahead + " where " + asked + " and "
                    + list.wanted() + " limit :most)");
            String enough = "enough" + tables.size();
            String full = "(select count(*) from " + found + ") >= :most";
            String ended = "(select count(*) from " + ahead + ") < " + rows;
            tables.add(enough + " as materialized (select " + asked + " and (" + (mayEnd ? full + " or " + ended : full)
                    + ") as reached)");
            ways.add("select id, place from " + found + " where (select reached from " + enough + ")");
            open += " and not (select reached from " + enough + ")";
            return found;
        }

        String sql(String lookUp) {
            ways.add(lookUp + " and " + open);
            return (tables.isEmpty() ? "" : "with " + String.join(", ", tables)) + " select id, place from ("
                    + String.join(" union all ", ways) + ") p" + order + " limit " + bound;
        }
    }
}
