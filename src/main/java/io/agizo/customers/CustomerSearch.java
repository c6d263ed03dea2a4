package io.agizo.customers;

import io.agizo.api.PageRequest;
import io.agizo.search.ListSearch;
import io.agizo.search.ListSearch.SortedList;
import io.agizo.search.WordIndex;
import io.agizo.shared.SearchWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The query for the ids of a page of customers who have some words: a search in the lists of all customers and of each word,
 * latest first.
 */
final class CustomerSearch {

    /** A fourth word narrows so much that three lists are enough to try. */
    private static final int MOST_WORDS = 3;

    private final SearchWords words;
    private final WordIndex index;
    private final String listed;
    private final ListSearch search;
    private final List<List<String>> known;
    private final boolean nobody;
    private final Map<String, Object> parameters;

    /** @param listed what else is asked of them */
    CustomerSearch(SearchWords words, WordIndex index, String listed, int most) {
        List<List<String>> containing = index.containing(words);
        this.words = words;
        this.index = index;
        this.listed = listed;
        this.search = new ListSearch(" order by place desc, id desc", most, Math.max(PageRequest.MOST + 1, most));
        this.nobody = containing.stream().anyMatch(List::isEmpty);
        this.known = containing.stream()
                .filter(list -> list.size() <= WordIndex.MOST)
                .limit(MOST_WORDS)
                .toList();
        this.parameters = new HashMap<>(words.parameters());
        parameters.put("most", most);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Selects {@code id}, latest first. */
    String sql() {
        if (nobody) {
            return "select id from customer where false";
        }
        String sql = "select id from (" + search.sql(lists(), guess(), lookUp()) + ") found";
        return words.phone().map(phone -> ofPhone(phone, sql)).orElse(sql);
    }

    private List<SortedList> lists() {
        List<SortedList> lists = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            lists.add(new SortedList(
                    ListSearch.ofWords(
                            "list" + i, known.get(i), parameters, word -> read("customer_word", "word = " + word)),
                    words.patterns().size() == 1 ? "" : words.allIn("searched"),
                    index.rows(terms().get(i))));
        }
        if (lists.isEmpty()) {
            lists.add(new SortedList(
                    List.of(read("customer", "erased_at is null")), words.allIn("searched"), index.rows()));
        }
        return lists;
    }

    private String read(String table, String having) {
        return "select id, id as place, searched from " + table + " where " + having + " and " + listed;
    }

    /** Finds little more than is wanted at first; the offset leaves no other way than the index. */
    private String lookUp() {
        return "select id, id as place from (select * from customer where erased_at is null and "
                + (byParts() ? words.lookUp("searched") : byTerms()) + " offset 0) c where " + words.allIn("searched")
                + " and " + listed;
    }

    private Optional<WordIndex.Guess> guess() {
        return byParts() ? Optional.empty() : index.guess(terms());
    }

    /** Signs and digits are in no word. */
    private boolean byParts() {
        return known.isEmpty() || words.ofLetters().size() < words.patterns().size();
    }

    private List<List<String>> terms() {
        return known.stream()
                .map(list -> list.stream().map(String::strip).toList())
                .toList();
    }

    private String byTerms() {
        List<String> conditions = new ArrayList<>();
        for (List<String> list : terms()) {
            String name = "terms" + conditions.size();
            parameters.put(name, list.toArray(String[]::new));
            conditions.add("customer_terms(searched) && :" + name + "::text[]");
        }
        return String.join(" and ", conditions);
    }

    /** No telephone number is the beginning of another. */
    private String ofPhone(String phone, String ofParts) {
        parameters.put("phone", phone);
        String having = "from customer where erased_at is null and phone = :phone";
        return "select id " + having + " and " + listed + " union all select id from (" + ofParts
                + ") parts where not exists (select " + having + ")";
    }
}
