package io.agizo.catalog;

import io.agizo.api.PageRequest;
import io.agizo.search.Match;
import io.agizo.search.Place;
import io.agizo.search.SearchedWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The queries for the ids of a page of products. All products, those of each category, what is in stock and what is not are lists
 * that indexes keep in each order. Words are looked for along one of these, or looked up.
 */
final class ProductListQuery {

    private static final String IN_STOCK = "in_stock";
    private static final String SOLD_OUT = "not in_stock";

    private final ProductFilter filter;
    private final ProductSort sort;
    private final int most;
    private final Map<String, Object> parameters = new HashMap<>();
    private String after = "";

    ProductListQuery(ProductFilter filter, ProductSort sort, int most) {
        this.filter = filter;
        this.sort = sort;
        this.most = most;
        parameters.put("visible", filter.visible());
        parameters.put("most", most);
        if (filter.category() != null) {
            parameters.put("category", filter.category());
        }
        if (filter.price().min() != null) {
            parameters.put("minPrice", filter.price().min().amount());
        }
        if (filter.price().max() != null) {
            parameters.put("maxPrice", filter.price().max().amount());
        }
    }

    /** @param place where the list goes on, the key of its order and the id; empty for the first page */
    ProductListQuery after(List<?> place) {
        if (!place.isEmpty()) {
            parameters.put("afterKey", place.getFirst());
            parameters.put("afterId", place.getLast());
            // The database itself folds the name of the cursor, so that it sorts exactly as the one it came from.
            after = " and (%s, id) %s (%s, :afterId)"
                    .formatted(key(sort), sort.descends() ? "<" : ">", isByName() ? "lower(:afterKey)" : ":afterKey");
        }
        return this;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Whether an index of the products themselves answers it without words. */
    boolean isPlain() {
        return wanted().isEmpty();
    }

    /** The order of the list, by {@code place}. */
    String order() {
        return sort.descends() ? " order by place desc, id desc" : " order by place, id";
    }

    /** Selects the products with {@code place}, the sort key, in the order of the list. */
    String plain() {
        return page("select *, " + key(sort) + " as place from product p where "
                + all("visible = :visible", inCatalogue(), priced()));
    }

    /** Selects {@code id} and {@code place} without words, in the order of the list. */
    String listed() {
        return page(list("", ""));
    }

    /** The same of what has the words, as far as it is near the beginning of the list. */
    String along(String words) {
        parameters.put("words", words);
        // A longer page is read along farther: what so many have is met at every tenth row or so.
        int far = Math.max(SearchedWords.FAR, 10 * PageRequest.bound(most));
        String near = list(", words", ", (select words from product where id = a.id) as words") + after + order();
        return "select id, place from (" + near + " limit " + far + ") l where words @@ :words::tsquery" + order()
                + " limit :most";
    }

    /** The same of all that has the words. */
    String lookedUp(String words) {
        parameters.put("words", words);
        return inStockOnly("select id, " + key(sort) + " as place from " + havingWords() + after + order());
    }

    /** Selects {@code id} and as {@code place} the number of the match, best first, of all that match so well. */
    String ranked(SearchedWords words, Match least, @Nullable Place place) {
        parameters.put("words", words.query(least));
        for (Match match : List.of(Match.ITSELF, Match.WHOLE, Match.BEGUN)) {
            parameters.put(match.name(), words.query(match));
        }
        String from = "";
        if (place != null) {
            parameters.put("afterMatch", place.match().rank());
            parameters.put("afterId", place.id());
            from = " where place > :afterMatch or place = :afterMatch and id < :afterId";
        }
        return inStockOnly("""
                select id, place
                  from (select id, case when words @@ :ITSELF::tsquery then 0 when words @@ :WHOLE::tsquery then 1
                                        when words @@ :BEGUN::tsquery then 2 else 3 end as place
                          from %s) r%s
                """.formatted(havingWords(), from) + bestFirst());
    }

    static String bestFirst() {
        return " order by place, id desc";
    }

    /** The offset leaves no other way than the index of words. */
    private String havingWords() {
        return "(select * from product where archived_at is null and words @@ :words::tsquery offset 0) p where "
                + all("visible = :visible", priced());
    }

    /** Asked of one product at a time in the order of the list, and of no more than the page needs. */
    private String inStockOnly(String inOrder) {
        return wanted().isEmpty()
                ? inOrder + " limit " + PageRequest.bound(most)
                : "select id, place from (" + inOrder + " offset 0) p where " + stocked() + " limit :most";
    }

    private String page(String list) {
        return list + after + order() + " limit " + PageRequest.bound(most);
    }

    /** What is low or sold out is the shorter list; what is left is most of a category, or of everything. */
    private String list(String ofProduct, String ofAvailability) {
        String selected = "select id, " + key(sort) + " as place";
        String wanted = wanted();
        boolean ofStock = !wanted.isEmpty() && (filter.category() == null || !wanted.startsWith(IN_STOCK));
        return ofStock
                ? selected + ofAvailability + " from product_availability a where "
                        + all(wanted, "visible = :visible", inCategory(), priced())
                : selected + ofProduct + " from product p where "
                        + all("visible = :visible", inCatalogue(), priced(), stocked());
    }

    private String inCategory() {
        return filter.category() == null ? "" : "category = :category";
    }

    private String priced() {
        return all(
                parameters.containsKey("minPrice") ? "price >= :minPrice" : "",
                parameters.containsKey("maxPrice") ? "price <= :maxPrice" : "");
    }

    private String inCatalogue() {
        return all("archived_at is null", inCategory());
    }

    /** Asked of one product at a time, or a plan could begin with all that there are in stock. */
    private String stocked() {
        String wanted = wanted();
        return wanted.isEmpty()
                ? ""
                : "coalesce((select " + wanted + " from product_availability where id = p.id), "
                        + wanted.equals(SOLD_OUT) + ")";
    }

    /** The condition of the availability that is wanted. */
    private String wanted() {
        if (filter.inStock() != null) {
            return filter.inStock() ? IN_STOCK : SOLD_OUT;
        }
        return switch (filter.availability()) {
            case null -> "";
            case AVAILABLE -> IN_STOCK + " and not low";
            case LOW -> "low";
            case OUT -> SOLD_OUT;
        };
    }

    private static String all(String... conditions) {
        return Stream.of(conditions).filter(condition -> !condition.isEmpty()).collect(Collectors.joining(" and "));
    }

    private boolean isByName() {
        return sort == ProductSort.NAME || sort == ProductSort.NAME_DESCENDING;
    }

    static String key(ProductSort sort) {
        return switch (sort) {
            case NAME, NAME_DESCENDING -> "name_key";
            case PRICE, PRICE_DESCENDING -> "price";
            case NEWEST -> "id";
        };
    }
}
