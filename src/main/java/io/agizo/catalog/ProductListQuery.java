package io.agizo.catalog;

import io.agizo.api.PageRequest;
import io.agizo.search.ListSearch;
import io.agizo.search.ListSearch.SortedList;
import io.agizo.search.SearchedTerms;
import io.agizo.search.WordIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The query for the ids of a page of products: a search in the lists of all products, of each category, of what is in stock
 * and what is not, and of each word.
 */
final class ProductListQuery {

    private final ProductFilter filter;
    private final WordIndex index;
    private final SearchedTerms terms;
    private final String key;
    private final String after;
    private final ListSearch search;
    private final Map<String, Object> parameters = new HashMap<>();

    /** @param after where the list goes on, as {@link ProductViewStore} writes it; empty for the first page */
    ProductListQuery(ProductFilter filter, WordIndex index, ProductSort sort, List<?> after, int most) {
        this.filter = filter;
        this.index = index;
        this.terms = new SearchedTerms(index, filter.words(), category());
        this.key = key(sort);
        this.after = after(sort, after);
        this.search = new ListSearch(key, sort.descends(), this.after, most, PageRequest.bound(most));
        parameters.put("visible", filter.visible());
        parameters.put("most", most);
        parameters.putAll(filter.words().parameters());
        if (filter.inStock() != null) {
            parameters.put("inStock", filter.inStock());
        }
        if (filter.category() != null) {
            parameters.put("category", filter.category());
        }
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Whether no product can be wanted, since none holds the words. */
    boolean findsNothing() {
        return terms.unheardOf();
    }

    /** Whether an index of the products themselves answers it: {@link #plain} is for those queries, and {@link #sql} for all. */
    boolean isPlain() {
        return filter.words().none() && filter.inStock() == null;
    }

    /** Selects the products with {@code place}, the sort key, in the order of the list. */
    String plain() {
        return search.page(
                "select *, " + key + " as place from product p where visible = :visible and " + inCatalogue());
    }

    /** Selects {@code id} and {@code place}, in the order of the list. */
    String sql() {
        return filter.words().none() ? search.allAlong(lists()) : search.sql(lists(), terms.guess(), lookUp());
    }

    private List<SortedList> lists() {
        List<SortedList> lists = terms.lists(
                word -> read("product_word", ", category", "word = " + word),
                others -> all(inCategory(), others, stocked()),
                true,
                parameters);
        if (filter.category() != null) {
            lists.add(new SortedList(
                    List.of(read("product", "", inCatalogue())),
                    all(words(), stocked()),
                    index.rows(category().toList()),
                    true));
        }
        if (filter.inStock() != null) {
            // Most shops have most things.
            lists.add(new SortedList(
                    List.of(read("product_availability", ", category", "in_stock = :inStock")),
                    all(inCategory(), words()),
                    filter.inStock() ? index.rows() : 0,
                    false));
        }
        if (lists.isEmpty()) {
            lists.add(new SortedList(List.of(read("product", "", inCatalogue())), words(), index.rows(), false));
        }
        return lists;
    }

    private String read(String table, String columns, String listed) {
        return "select id, " + key + " as place, searched" + columns + " from " + table
                + " p where visible = :visible and " + listed;
    }

    /** Finds little more than is wanted at first; the offset leaves no other way than the index. */
    private String lookUp() {
        return "select id, " + key + " as place from (select * from product where archived_at is null and "
                + terms.lookUp("product_terms(searched, category)", parameters) + " offset 0) p where "
                + all("visible = :visible", words(), inCategory(), stocked()) + after;
    }

    /** The category as one of the terms that a product holds. */
    private Stream<String> category() {
        return Stream.ofNullable(filter.category()).map(category -> "=" + category);
    }

    private String words() {
        return filter.words().none() ? "" : filter.words().allIn("searched");
    }

    private String inCategory() {
        return filter.category() == null ? "" : "category = :category";
    }

    private String inCatalogue() {
        return all("archived_at is null", inCategory());
    }

    /** Asked of one product at a time, or a plan could begin with all that there are in stock. */
    private String stocked() {
        return filter.inStock() == null
                ? ""
                : "coalesce((select in_stock from product_availability where id = p.id), false) = :inStock";
    }

    private static String all(String... conditions) {
        return Stream.of(conditions).filter(condition -> !condition.isEmpty()).collect(Collectors.joining(" and "));
    }

    static String key(ProductSort sort) {
        return switch (sort) {
            case NAME, NAME_DESCENDING -> "name_key";
            case PRICE, PRICE_DESCENDING -> "price";
            case NEWEST -> "id";
        };
    }

    private String after(ProductSort sort, List<?> after) {
        if (after.isEmpty()) {
            return "";
        }
        parameters.put("afterKey", after.getFirst());
        parameters.put("afterId", after.getLast());
        return " and (%s, id) %s (%s, :afterId)".formatted(key, sort.descends() ? "<" : ">", afterKey(sort));
    }

    /** The database itself folds the name of the cursor, so that it sorts exactly as the one it came from. */
    private static String afterKey(ProductSort sort) {
        return switch (sort) {
            case NAME, NAME_DESCENDING -> "lower(:afterKey)";
            case PRICE, PRICE_DESCENDING, NEWEST -> ":afterKey";
        };
    }
}
