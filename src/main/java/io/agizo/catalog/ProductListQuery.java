package io.agizo.catalog;

import io.agizo.api.PageRequest;
import io.agizo.search.WordIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The query for the ids of a page of products. Whatever is asked for, it is served by indexes that were chosen here and not
 * by the planner, which knows neither the words nor how many products hold them once a statement is prepared.
 *
 * <p>There are lists of all products, of each category, of what is in stock and what is not, and of each word. What a single
 * list answers is read from it. What few products are likely to hold is looked up. Otherwise the beginning of each list is
 * searched, which is enough where many products are wanted, then more of each.
 */
final class ProductListQuery {

    /** So much of each list is searched at first. One that has no more is searched to its end. */
    private static final int NEAR = 500;

    /** Where nobody knows how many are wanted, more of a list is searched if so many were found near. */
    private static final int OFTEN = 2;

    /** As many as can be looked up, each by itself, in the time in which {@link #AHEAD} are searched along a list. */
    private static final int FEW = 2_000;

    /** A list of which one in so many is wanted fills a page with what is near. */
    private static final int DENSE = 20;

    /** So much of a list is searched, in the index alone, when the page is not to be had for less: 2 ms. */
    private static final int AHEAD = 10_000;

    /** A fourth word narrows so much that three lists are enough to try. */
    private static final int MOST_WORDS = 3;

    /** The limit that the planner sees: one for all pages of a list, so that they share a statement. */
    private static final int USUAL = PageRequest.MOST + 1;

    private final ProductFilter filter;
    private final List<List<String>> known;
    private final Optional<WordIndex.Guess> guess;
    private final int bound;
    private final String key;
    private final String order;
    private final String after;
    private final Map<String, Object> parameters = new HashMap<>();

    /**
     * @param known the words that each searched one is part of
     * @param after where the list goes on, as {@link ProductViewStore} writes it; empty for the first page
     */
    ProductListQuery(
            ProductFilter filter,
            List<List<String>> known,
            WordIndex index,
            ProductSort sort,
            List<?> after,
            int most) {
        this.filter = filter;
        this.known = known.stream()
                .filter(words -> words.size() <= WordIndex.MOST)
                .limit(MOST_WORDS)
                .toList();
        this.guess = filter.words().none() || byParts() ? Optional.empty() : index.guess(terms());
        this.bound = Math.max(USUAL, most);
        this.key = key(sort);
        String direction = sort.descends() ? " desc" : "";
        this.order = " order by place" + direction + ", id" + direction;
        this.after = after(sort, after);
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

    /** Selects {@code id} and {@code place}, the sort key, in the order of the list. */
    String sql() {
        List<ShelfList> lists = lists();
        ShelfList shortest = lists.getFirst();
        if (filter.words().none() || shortest.wanted.isEmpty()) {
            return "select id, place from (" + shortest.all() + ") p";
        }
        var reads = new Reads();
        boolean few = guess.filter(guessed -> guessed.ofAll() <= FEW).isPresent();
        if (!few || DENSE * guess.orElseThrow().ofAll() >= guess.orElseThrow().ofRarest()) {
            lists.forEach(reads::near);
        }
        if (!few) {
            lists.forEach(reads::ahead);
        }
        reads.all();
        return reads.sql();
    }

    /** A list that an index keeps in order, or several to be merged, and what is wanted of a product beyond being in it. */
    private final class ShelfList {

        private final List<String> reads;
        private final String wanted;

        ShelfList(List<String> reads, String wanted) {
            this.reads = reads;
            this.wanted = wanted;
        }

        /** A page of what is wanted, however far along it is. */
        String all() {
            return wanted.isEmpty() ? first(bound) : reads.getFirst() + " and " + wanted + order + " limit " + bound;
        }

        /** The limits are written out in each, or the planner might sort a whole list. */
        String first(int most) {
            String limited = order + " limit " + most;
            return reads.size() == 1
                    ? reads.getFirst() + limited
                    : "select distinct on (place, id) * from ("
                            + reads.stream()
                                    .map(read -> "(" + read + limited + ")")
                                    .collect(Collectors.joining(" union all "))
                            + ") w" + limited;
        }
    }

    /** The likely shortest first. */
    private List<ShelfList> lists() {
        List<ShelfList> lists = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            lists.add(new ShelfList(
                    ofWords(i), all(inCategory(), filter.words().patterns().size() == 1 ? "" : words(), stocked())));
        }
        if (filter.category() != null) {
            lists.add(new ShelfList(
                    List.of(read("product", "", "archived_at is null and category = :category")),
                    all(words(), stocked())));
        }
        if (filter.inStock() != null) {
            lists.add(
                    filter.inStock() ? lists.size() : 0,
                    new ShelfList(
                            List.of(read("product_availability", ", category", "in_stock = :inStock")),
                            all(inCategory(), words())));
        }
        if (lists.isEmpty()) {
            lists.add(new ShelfList(List.of(read("product", "", "archived_at is null")), words()));
        }
        return lists;
    }

    private List<String> ofWords(int searched) {
        List<String> words = known.get(searched);
        List<String> reads = new ArrayList<>();
        for (int i = 0; i < lists(words.size()); i++) {
            // Nothing is in the list of no word.
            String list = "list" + searched + "of" + i;
            parameters.put(list, i < words.size() ? words.get(i) : "");
            reads.add(read("product_word", ", category", "word = :" + list));
        }
        return reads;
    }

    /** Few numbers of lists, so that searches share their statements. */
    private static int lists(int words) {
        return words == 1 ? 1 : words <= 4 ? 4 : WordIndex.MOST;
    }

    private String read(String table, String columns, String listed) {
        return "select id, " + key + " as place, searched" + columns + " from " + table
                + " p where visible = :visible and " + listed + after;
    }

    /** The reads, one after the other, each made only if those before it neither filled the page nor found all there is. */
    private final class Reads {

        private final List<String> tables = new ArrayList<>();
        private final List<String> ways = new ArrayList<>();
        private String open = "true";
        private String often = "false";

        void near(ShelfList list) {
            String found = read(list, NEAR, open);
            often += " or (select count(*) from " + found + ") >= " + OFTEN;
        }

        void ahead(ShelfList list) {
            read(list, AHEAD, guess.isPresent() ? open : open + " and (" + often + ")");
        }

        /** Reads until the page is full, so that only where it is not the list is looked at again, for whether it ended. */
        private String read(ShelfList list, int products, String asked) {
            String found = "found" + tables.size();
            String ahead = "(" + list.first(products) + ") p";
            tables.add(found + " as materialized (select id, place from " + ahead + " where " + asked + " and "
                    + list.wanted + " limit :most)");
            String enough = "enough" + tables.size();
            tables.add(enough + " as materialized (select " + asked + " and ((select count(*) from " + found
                    + ") >= :most or (select count(*) from " + ahead + ") < " + products + ") as reached)");
            ways.add("select id, place from " + found + " where (select reached from " + enough + ")");
            open += " and not (select reached from " + enough + ")";
            return found;
        }

        void all() {
            ways.add("select id, " + key + " as place from (" + lookUp() + ") p where " + open + " and "
                    + wantedOfAny());
        }

        String sql() {
            return (tables.isEmpty() ? "" : "with " + String.join(", ", tables)) + " select id, place from ("
                    + String.join(" union all ", ways) + ") p" + order + " limit " + bound;
        }
    }

    /** Finds little more than is wanted; the offset leaves no other way than the index. */
    private String lookUp() {
        return "select * from product where archived_at is null and "
                + (byParts() ? filter.words().lookUp("searched") : byTerms()) + " offset 0";
    }

    /** Signs and digits are in no word. */
    private boolean byParts() {
        return filter.words().ofLetters().size() < filter.words().patterns().size()
                || (known.isEmpty() && filter.category() == null);
    }

    /** What a product has at least one of each of. */
    private List<List<String>> terms() {
        Stream<List<String>> words =
                known.stream().map(list -> list.stream().map(String::strip).toList());
        Stream<List<String>> category =
                filter.category() == null ? Stream.of() : Stream.of(List.of("=" + filter.category()));
        return Stream.concat(words, category).toList();
    }

    private String byTerms() {
        List<String> conditions = new ArrayList<>();
        for (List<String> terms : terms()) {
            String name = "terms" + conditions.size();
            parameters.put(name, terms.toArray(String[]::new));
            conditions.add("product_terms(searched, category) && :" + name + "::text[]");
        }
        return String.join(" and ", conditions);
    }

    private String wantedOfAny() {
        return all("visible = :visible", words(), inCategory(), stocked()) + after;
    }

    private String words() {
        return filter.words().none() ? "" : filter.words().allIn("searched");
    }

    private String inCategory() {
        return filter.category() == null ? "" : "category = :category";
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
