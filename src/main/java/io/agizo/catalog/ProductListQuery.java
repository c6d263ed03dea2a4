package io.agizo.catalog;

import io.agizo.api.PageRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The query for the ids of a page of products. Whatever is asked for, it is served by indexes that were chosen here and not
 * by the planner, which knows neither the words nor how many products hold them once a statement is prepared.
 */
final class ProductListQuery {

    /** A word that none of so many products holds is rare enough to be looked up. */
    private static final int NEAR = 1_000;

    /**
     * So many products are read along the list, in the index alone, for those with the words: 2 ms. A page of words that one
     * product in 500 holds is full by then. Rarer words are looked up, which costs as much for 2,000 products.
     */
    static final int AHEAD = 10_000;

    /** So many products in stock, or out of it, are sorted; where there are more, the list itself soon comes across them. */
    private static final int FEW = 2_000;

    /** The limit that the planner sees: one for all pages of a list, so that they share a statement. */
    private static final int USUAL = PageRequest.MOST + 1;

    private final ProductFilter filter;
    private final SearchRoad road;
    private final int bound;
    private final String key;
    private final String order;
    private final String after;
    private final String listed;
    private final Map<String, Object> parameters = new HashMap<>();

    /** @param after where the list goes on, as {@link ProductViewStore} writes it; empty for the first page */
    ProductListQuery(ProductFilter filter, SearchRoad road, ProductSort sort, List<?> after, int most) {
        this.filter = filter;
        this.road = road;
        this.bound = Math.max(USUAL, most);
        this.key = key(sort);
        String direction = sort.descends() ? " desc" : "";
        this.order = " order by place" + direction + ", id" + direction;
        this.after = after(sort, after);
        this.listed = listed();
        parameters.put("most", most);
        parameters.putAll(filter.words().parameters());
        if (filter.inStock() != null) {
            parameters.put("inStock", filter.inStock());
        }
    }

    static String key(ProductSort sort) {
        return switch (sort) {
            case NAME, NAME_DESCENDING -> "name_key";
            case PRICE, PRICE_DESCENDING -> "price";
            case NEWEST -> "id";
        };
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Selects {@code id} and {@code place}, the sort key, in the order of the list. */
    String sql() {
        if (filter.words().none() && filter.inStock() == null) {
            return ahead(bound);
        }
        if (road instanceof SearchRoad.AlongWords words && filter.asksForOneWord()) {
            return along(words, 0, bound);
        }
        List<String> tables = new ArrayList<>();
        List<String> ways = new ArrayList<>();
        String many = "true";
        if (filter.inStock() != null) {
            tables.add(
                    "few as materialized (select product_id from product_availability where in_stock = :inStock limit "
                            + (FEW + 1) + ")");
            many = "(select count(*) from few) > " + FEW;
            ways.add("select id, " + key
                    + " as place from few cross join lateral (select * from product where id = few.product_id offset 0) p"
                    + " where (select count(*) from few) <= " + FEW + " and " + listed + " and " + words());
        }
        if (filter.words().none()) {
            ways.add("(select id, " + key + " as place from product p where " + many + " and " + listed + stocked()
                    + order + " limit " + bound + ")");
        } else {
            search(many, tables, ways);
        }
        return "with " + String.join(", ", tables) + " select id, place from (" + String.join(" union all ", ways)
                + ") p" + order + " limit " + bound;
    }

    /** Reads ahead of one list after the other, each if none before has filled the page; then looks up, if none could tell. */
    private void search(String many, List<String> tables, List<String> ways) {
        List<String> reads = new ArrayList<>();
        String unmet = many;
        switch (road) {
            case SearchRoad.Nowhere() -> throw new IllegalStateException("There is nothing to read");
            case SearchRoad.AlongTheList() -> {
                tables.add("near as materialized (select from (" + ahead(NEAR) + ") p where " + many + " and " + words()
                        + " limit 1)");
                reads.add("select * from (" + ahead(AHEAD) + ") p where exists (select from near)");
            }
            case SearchRoad.ThroughTheCategory() -> reads.add(ahead(AHEAD));
            case SearchRoad.AlongWords words -> {
                for (int products : words.whole() ? List.of(AHEAD) : List.of(NEAR, AHEAD)) {
                    for (int word = 0; word < (words.whole() ? 1 : words.lists().size()); word++) {
                        reads.add("select * from (" + along(words, word, products) + ") w where " + inCategory());
                    }
                }
            }
        }
        for (int i = 0; i < reads.size(); i++) {
            tables.add(met(i, reads.get(i), unmet));
            unmet += " and (select count(*) from met" + i + ") < :most";
            ways.add("select id, place from met" + i
                    + (whole() ? "" : " where (select count(*) from met" + i + ") = :most"));
        }
        if (!whole()) {
            ways.add("select id, " + key + " as place from (select * from product where archived_at is null and "
                    + filter.words().lookUp("searched") + " offset 0) p where "
                    + unmet + " and " + words() + " and " + listed
                    + stocked());
        }
    }

    /** Whether what is read ahead is all there is. */
    private boolean whole() {
        return switch (road) {
            case SearchRoad.Nowhere(), SearchRoad.ThroughTheCategory() -> true;
            case SearchRoad.AlongTheList() -> false;
            case SearchRoad.AlongWords words -> words.whole();
        };
    }

    /** Those of the products read ahead that hold the words, in their order, until the page is full. */
    private String met(int number, String products, String condition) {
        return "met" + number + " as materialized (select id, place from (" + products + ") p where " + condition
                + " and " + words() + stocked() + order + " limit :most)";
    }

    private String listed() {
        parameters.put("visible", filter.visible());
        String listed = "archived_at is null and visible = :visible";
        if (filter.category() != null) {
            parameters.put("category", filter.category());
            listed += " and category = :category";
        }
        return listed + after;
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

    /** The next products of the list, in its order. */
    private String ahead(int products) {
        return "select id, " + key + " as place, searched from product where " + listed + order + " limit " + products;
    }

    /** The next products of the lists of words, merged in their order: of each list is read what is taken of it. */
    private String along(SearchRoad.AlongWords road, int word, int products) {
        List<String> words = road.lists().get(word);
        List<String> reads = new ArrayList<>();
        for (int i = 0; i < lists(words.size()); i++) {
            // Nothing is in the list of no word.
            String list = "list" + word + "of" + i;
            parameters.put(list, i < words.size() ? words.get(i) : "");
            reads.add("(select id, " + key + " as place, searched, category from product_word where word = :" + list
                    + " and visible = :visible" + after
                    + order + " limit " + products + ")");
        }
        return "select distinct on (place, id) * from (" + String.join(" union all ", reads) + ") w" + order + " limit "
                + products;
    }

    /** Few numbers of lists, so that searches share their statements. */
    private static int lists(int words) {
        return words == 1 ? 1 : words <= 4 ? 4 : SearchRoad.AlongWords.MOST_LISTS;
    }

    private String inCategory() {
        return filter.category() == null ? "true" : "category = :category";
    }

    private String words() {
        return filter.words().allIn("searched");
    }

    /** Asked of one product at a time, or a plan could begin with all that there are in stock. */
    private String stocked() {
        return filter.inStock() == null
                ? ""
                : " and coalesce((select in_stock from product_availability where product_id = p.id), false) = :inStock";
    }
}
