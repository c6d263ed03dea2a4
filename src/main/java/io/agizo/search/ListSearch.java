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
    private static final int COMPARED = 16;

    /** As many as can be looked up in the time in which {@link #AHEAD} are searched. */
    private static final int FEW = AHEAD / LOOKED_UP;

    /** Guesses are wrong by so much, and often by more. */
    private static final long DOUBT = 2;

    private final String order;
    private final String backwards;
    private final String after;
    private final String inOverlap;
    private final int most;
    private final int bound;

    /**
     * @param key what {@code place} is in the reads of the lists
     * @param descends whether the lists are read from the largest place to the smallest
     * @param after the condition by which the lists go on where a page ended; empty for the first page
     * @param most how many are wanted, which is the parameter {@code :most}
     * @param bound the limit that the planner sees: one for all pages of a list, so that they share a statement
     */
    public ListSearch(String key, boolean descends, String after, int most, int bound) {
        String upwards = " order by place, id";
        String downwards = " order by place desc, id desc";
        this.order = descends ? downwards : upwards;
        this.backwards = descends ? upwards : downwards;
        this.after = after;
        this.inOverlap = placed(key, descends ? "<=" : ">=", "begin") + placed(key, descends ? ">=" : "<=", "finish");
        this.most = most;
        this.bound = bound;
    }

    private static String placed(String key, String than, String at) {
        return " and (%s, id) %s ((select place from %s), (select id from %s))".formatted(key, than, at, at);
    }

    /**
     * A list that an index keeps in order, or several to be merged.
     *
     * @param reads each selects {@code id}, {@code place}, by which the list is sorted, and what {@code wanted} looks at,
     *     and ends with a condition
     * @param wanted what is wanted of a row beyond being in the list, or empty
     * @param rows how long the list is likely to be
     * @param gathered whether its rows may lie close together, as those of a category in the order of prices
     */
    public record SortedList(List<String> reads, String wanted, long rows, boolean gathered) {

        public SortedList {
            reads = List.copyOf(reads);
        }

        private SortedList where(String condition) {
            return new SortedList(reads.stream().map(read -> read + condition).toList(), wanted, rows, gathered);
        }

        private SortedList ofWanted() {
            return wanted.isEmpty()
                    ? this
                    : new SortedList(where(" and " + wanted).reads(), "", rows, gathered);
        }
    }

    /**
     * Selects {@code id} and {@code place} of up to {@code :most} rows, in the order of the lists.
     *
     * @param lookUp selects {@code id} and {@code place} of all that are wanted, and has a {@code where}
     */
    public String sql(List<SortedList> asked, Optional<WordIndex.Guess> guess, String lookUp) {
        if (asked.size() == 1 && asked.getFirst().wanted().isEmpty()) {
            return allAlong(asked);
        }
        var reads = new Reads();
        List<SortedList> lists = shortestFirst(reads.overlap(asked));
        if (guess.filter(guessed -> guessed.ofAll() <= FEW).isEmpty()) {
            lists.forEach(reads::near);
            lists.forEach(list -> reads.ahead(list, guess.isPresent()));
            return reads.orLookUp(lookUp);
        }
        WordIndex.Guess few = guess.orElseThrow();
        if (few.ofRarest() <= Math.min(AHEAD, lookedUp(few))) {
            return reads.sql(whole(ofRarest(lists, few)));
        }
        reach(few).ifPresent(rows -> reads.along(lists.getFirst(), rows));
        return reads.orLookUp(lookUp);
    }

    /** The list whose length statistics tell: one that is only supposed to be shorter must not be read without a bound. */
    private static SortedList ofRarest(List<SortedList> lists, WordIndex.Guess guess) {
        return lists.stream()
                .filter(list -> list.rows() >= guess.ofRarest())
                .findFirst()
                .orElseGet(lists::getLast);
    }

    /** How much of the shortest list is likely to fill the page, if that costs less than to look all up. */
    private OptionalInt reach(WordIndex.Guess guess) {
        long likely = DOUBT * most * guess.ofRarest() / Math.max(1, guess.ofAll());
        return IntStream.of(NEAR, FARTHER, AHEAD)
                .filter(rows -> rows >= likely)
                .limit(1)
                .filter(rows -> rows <= lookedUp(guess))
                .findFirst();
    }

    /** How much of a list is searched in the time in which all are looked up. */
    private static long lookedUp(WordIndex.Guess guess) {
        return LOOKED_UP * guess.ofAll() + guess.ofEach() / COMPARED;
    }

    /** The same of the shortest list, however far along it what is wanted is. */
    public String allAlong(List<SortedList> lists) {
        return whole(shortestFirst(lists).getFirst().where(after));
    }

    private String whole(SortedList list) {
        return "select id, place from (" + first(list.ofWanted(), bound) + ") p";
    }

    /** The read of a list, in its order and as far as a page goes. */
    public String page(String read) {
        return read + after + order + " limit " + bound;
    }

    private static List<SortedList> shortestFirst(List<SortedList> lists) {
        return lists.stream().sorted(Comparator.comparingLong(SortedList::rows)).toList();
    }

    /** The limits are written out in each, or the planner might sort a whole list. */
    private String first(SortedList list, int most) {
        return first(list, order, most);
    }

    private static String first(SortedList list, String order, int most) {
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

        /**
         * The lists from the place where the last of them begins to that where the first of them ends: what is in all of
         * them is nowhere else. In the order of names the list of a first word, and in that of prices the list of a category,
         * are a small part of the others.
         */
        List<SortedList> overlap(List<SortedList> lists) {
            List<SortedList> gathered = lists.stream()
                    .filter(SortedList::gathered)
                    .map(list -> list.where(after))
                    .toList();
            if (gathered.size() < 2) {
                return lists.stream().map(list -> list.where(after)).toList();
            }
            tables.add(farthest("begin", gathered, order, backwards));
            tables.add(farthest("finish", gathered, backwards, order));
            return lists.stream().map(list -> list.where(inOverlap)).toList();
        }

        private static String farthest(String name, List<SortedList> lists, String order, String backwards) {
            return name + " as materialized (select place, id from ("
                    + lists.stream()
                            .map(list -> "(select place, id from (" + first(list, order, 1) + ") p)")
                            .collect(Collectors.joining(" union all "))
                    + ") firsts" + backwards + " limit 1)";
        }

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

        String orLookUp(String lookUp) {
            ways.add(lookUp + " and " + open);
            return sql(
                    "select id, place from (" + String.join(" union all ", ways) + ") p" + order + " limit " + bound);
        }

        String sql(String query) {
            return tables.isEmpty() ? query : "with " + String.join(", ", tables) + " " + query;
        }
    }
}
