package io.agizo.search;

import io.agizo.search.ListSearch.SortedList;
import io.agizo.shared.SearchWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a search in one table asks for, as far as the table's word index can tell: a term for each word of letters, and those
 * that rows are known to hold exactly. A row is wanted if it has every term.
 */
public final class SearchedTerms {

    /** A fourth word narrows so much that three lists are enough to try. */
    private static final int MOST_WORDS = 3;

    private final SearchWords searched;
    private final boolean unheardOf;
    private final List<Term> words;
    private final List<Term> all;
    private final Optional<WordIndex.Guess> guess;

    /**
     * One of what is asked for.
     *
     * @param pattern the searched word, if it is one
     * @param listed the words of the vocabulary that it is part of, each of which has a list
     * @param held the same as rows hold it, any of which will do
     * @param rows how many rows are likely to have it
     */
    private record Term(String pattern, List<String> listed, List<String> held, long rows) {}

    /** @param exact what rows must hold besides words */
    public SearchedTerms(WordIndex index, SearchWords searched, Stream<String> exact) {
        List<List<String>> containing = index.containing(searched);
        this.searched = searched;
        this.unheardOf = containing.stream().anyMatch(List::isEmpty);
        List<String> patterns = searched.ofLetters();
        this.words = IntStream.range(0, containing.size())
                .filter(i -> containing.get(i).size() <= WordIndex.MOST)
                .limit(MOST_WORDS)
                .mapToObj(i -> term(index, patterns.get(i), containing.get(i)))
                .toList();
        this.all = Stream.concat(words.stream(), exact.map(held -> term(index, "", List.of(held))))
                .toList();
        this.guess = byParts()
                ? Optional.empty()
                : index.guess(all.stream().map(Term::held).toList());
    }

    private static Term term(WordIndex index, String pattern, List<String> listed) {
        List<String> held = listed.stream().map(String::strip).toList();
        return new Term(pattern, listed, held, index.rows(held));
    }

    /** Signs and digits are in no word, and what is part of too many is looked for in the text as well. */
    private boolean byParts() {
        return all.isEmpty()
                || searched.ofLetters().size() < searched.patterns().size();
    }

    /** Whether one of the words is part of none that any row has. */
    public boolean unheardOf() {
        return unheardOf;
    }

    /** How many rows are likely to have all of it; empty if nobody can tell. */
    public Optional<WordIndex.Guess> guess() {
        return guess;
    }

    /**
     * The lists of the words.
     *
     * @param read reads the list of the word that a parameter has
     * @param wanted all that is wanted of a row in the list of one word, given the condition that it has the others
     * @param gathered of all these lists
     */
    public List<SortedList> lists(
            UnaryOperator<String> read,
            UnaryOperator<String> wanted,
            boolean gathered,
            Map<String, Object> parameters) {
        List<SortedList> lists = new ArrayList<>();
        for (Term word : words) {
            lists.add(new SortedList(
                    reads("list" + lists.size(), word, read, parameters),
                    wanted.apply(searched.othersIn("searched", word.pattern())),
                    word.rows(),
                    gathered));
        }
        return lists;
    }

    /** Nothing is in the list of no word, which is read where searches share a statement. */
    private static List<String> reads(
            String name, Term word, UnaryOperator<String> read, Map<String, Object> parameters) {
        List<String> reads = new ArrayList<>();
        for (int i = 0; i < shared(word.listed().size()); i++) {
            String list = name + "of" + i;
            parameters.put(list, i < word.listed().size() ? word.listed().get(i) : "");
            reads.add(read.apply(":" + list));
        }
        return reads;
    }

    /** Few numbers of lists, so that searches share their statements. */
    private static int shared(int lists) {
        return lists == 1 ? 1 : lists <= 4 ? 4 : WordIndex.MOST;
    }

    /**
     * The condition by which an index finds little more than the rows that are wanted.
     *
     * @param ofRow the terms that a row holds, as the index has them
     */
    public String lookUp(String ofRow, Map<String, Object> parameters) {
        if (byParts()) {
            return searched.lookUp("searched");
        }
        List<String> conditions = new ArrayList<>();
        for (Term term : all) {
            String name = "terms" + conditions.size();
            parameters.put(name, term.held().toArray(String[]::new));
            conditions.add(ofRow + " && :" + name + "::text[]");
        }
        return String.join(" and ", conditions);
    }
}
