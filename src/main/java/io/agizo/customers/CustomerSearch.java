package io.agizo.customers;

import io.agizo.search.WordIndex;
import io.agizo.shared.SearchWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The query for the ids of customers who have some words. Whatever is asked for, it is served by indexes that were chosen here
 * and not by the planner, which does not know how many have the words once a statement is prepared.
 */
final class CustomerSearch {

    /** As many as can be looked up, each by themselves, in the time in which {@link #AHEAD} are searched along the list. */
    static final int FEW = 2_000;

    /** As many as can be told apart from the others, where it does not matter which of them are answered. */
    static final int SOME = 20_000;

    /** A word that none of so many customers has is rare enough to be looked up. */
    private static final int NEAR = 1_000;

    /**
     * So many customers are read along the list, in the index alone, for those with the words: 2 ms. A page of words that one
     * customer in 500 has is full by then. Rarer words are looked up, which costs as much for 2,000 customers.
     */
    private static final int AHEAD = 10_000;

    private final SearchWords words;
    private final List<List<String>> terms;
    private final boolean nobody;
    private final Optional<WordIndex.Guess> guess;
    private final Map<String, Object> parameters;

    CustomerSearch(SearchWords words, WordIndex index) {
        List<List<String>> known = index.containing(words);
        this.words = words;
        this.nobody = known.stream().anyMatch(List::isEmpty);
        this.terms = known.stream()
                .filter(list -> list.size() <= WordIndex.MOST)
                .map(list -> list.stream().map(String::strip).toList())
                .toList();
        boolean ofLetters = words.ofLetters().size() == words.patterns().size();
        this.guess = nobody || terms.isEmpty() || !ofLetters ? Optional.empty() : index.guess(terms);
        this.parameters = new HashMap<>(words.parameters());
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /**
     * Selects {@code id}.
     *
     * @param listed what else is asked of them
     * @param few so many are looked up rather than searched for along the list
     */
    String sql(String listed, int few) {
        if (nobody) {
            return "select id from customer where false";
        }
        String sql = guess.filter(guessed -> guessed.ofAll() <= few).isPresent() ? lookedUp(listed) : along(listed);
        return words.phone().map(phone -> ofPhone(phone, listed, sql)).orElse(sql);
    }

    /** No telephone number is the beginning of another. */
    private String ofPhone(String phone, String listed, String ofParts) {
        parameters.put("phone", phone);
        String having = "from customer where erased_at is null and phone = :phone";
        return "select id " + having + " and " + listed + " union all select id from (" + ofParts
                + ") parts where not exists (select " + having + ")";
    }

    private String lookedUp(String listed) {
        List<String> conditions = new ArrayList<>();
        for (List<String> list : terms) {
            String name = "terms" + conditions.size();
            parameters.put(name, list.toArray(String[]::new));
            conditions.add("customer_terms(searched) && :" + name + "::text[]");
        }
        return "select id from (select * from customer where erased_at is null and " + String.join(" and ", conditions)
                + " offset 0) c where " + words.allIn("searched") + " and " + listed;
    }

    /** Those who have the words, from the latest on, and only if these are too few all others who have them. */
    private String along(String listed) {
        String ahead = "select id, searched from customer where erased_at is null and " + listed + " order by id desc";
        return """
                with near as materialized (
                    select from (%1$s limit %2$d) c where %4$s limit 1
                ), met as materialized (
                    select id from (%1$s limit %3$d) c where exists (select from near) and %4$s limit :most
                )
                select id from met where (select count(*) from met) = :most
                union all
                select id from (select * from customer where erased_at is null and %6$s offset 0) c
                 where (select count(*) from met) < :most and %4$s and %5$s
                """.formatted(ahead, NEAR, AHEAD, words.allIn("searched"), listed, words.lookUp("searched"));
    }
}
