package io.agizo.customers;

import io.agizo.api.PageRequest;
import io.agizo.search.ListSearch;
import io.agizo.search.ListSearch.SortedList;
import io.agizo.search.SearchedTerms;
import io.agizo.search.WordIndex;
import io.agizo.shared.SearchWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The query for the ids of a page of customers who have some words: a search in the lists of all customers and of each word,
 * latest first.
 */
final class CustomerSearch {

    private final SearchWords words;
    private final WordIndex index;
    private final String after;
    private final ListSearch search;
    private final SearchedTerms terms;
    private final Map<String, Object> parameters;

    /** @param after the condition by which the list goes on; empty for the first page */
    CustomerSearch(SearchWords words, WordIndex index, String after, int most) {
        this.words = words;
        this.index = index;
        this.after = after;
        this.search = new ListSearch("id", true, after, most, PageRequest.bound(most));
        this.terms = new SearchedTerms(index, words, Stream.empty());
        this.parameters = new HashMap<>(words.parameters());
        parameters.put("most", most);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Selects {@code id}, latest first. */
    String sql() {
        if (terms.unheardOf()) {
            return "select id from customer where false";
        }
        String sql = "select id from (" + search.sql(lists(), terms.guess(), lookUp()) + ") found";
        return words.phone().map(phone -> ofPhone(phone, sql)).orElse(sql);
    }

    private List<SortedList> lists() {
        List<SortedList> lists = terms.lists(
                word -> read("customer_word", "word = " + word), UnaryOperator.identity(), false, parameters);
        if (lists.isEmpty()) {
            lists.add(new SortedList(
                    List.of(read("customer", "erased_at is null")), words.allIn("searched"), index.rows(), false));
        }
        return lists;
    }

    private String read(String table, String having) {
        return "select id, id as place, searched from " + table + " where " + having;
    }

    /** Finds little more than is wanted at first; the offset leaves no other way than the index. */
    private String lookUp() {
        return "select id, id as place from (select * from customer where erased_at is null and "
                + terms.lookUp("customer_terms(searched)", parameters) + " offset 0) c where " + words.allIn("searched")
                + after;
    }

    /** No telephone number is the beginning of another. */
    private String ofPhone(String phone, String ofParts) {
        parameters.put("phone", phone);
        String having = "from customer where erased_at is null and phone = :phone";
        return "select id " + having + after + " union all select id from (" + ofParts
                + ") parts where not exists (select " + having + ")";
    }
}
