package io.agizo.catalog;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of which words the products hold, and how many products hold them, by which a search takes its road. */
@Repository
class SearchRoadStore {

    /** Nobody needs to know of more products than these. */
    private static final int COUNTED = ProductListQuery.AHEAD + 1;

    private static final String IN_CATEGORY = """
            select count(*)
              from (select from product where archived_at is null and visible = ? and category = ? order by id limit %d) product
            """.formatted(COUNTED);

    private final JdbcClient jdbc;

    SearchRoadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The words of the vocabulary that a searched one is part of, and how many products are in their lists. */
    private record Known(List<String> words, int products) {}

    SearchRoad road(ProductFilter filter) {
        List<Known> known = known(filter);
        if (known.stream().anyMatch(word -> word.words().isEmpty())) {
            return new SearchRoad.Nowhere();
        }
        Optional<Known> rarest = known.stream()
                .filter(word -> word.words().size() <= SearchRoad.AlongWords.MOST_WORDS)
                .min(Comparator.comparingInt(Known::products));
        boolean few = rarest.isPresent() && rarest.get().products() <= SearchRoad.AlongWords.AHEAD;
        if (!few && filter.category() != null && inCategory(filter) < COUNTED) {
            return new SearchRoad.ThroughTheCategory();
        }
        if (!few && known.size() < filter.words().patterns().size()) {
            return new SearchRoad.AlongTheList();
        }
        return rarest.<SearchRoad>map(word -> new SearchRoad.AlongWords(word.words(), few))
                .orElseGet(SearchRoad.AlongTheList::new);
    }

    private List<Known> known(ProductFilter filter) {
        List<String> patterns = filter.words().ofLetters();
        if (patterns.isEmpty()) {
            return List.of();
        }
        int counted = counted(filter, patterns.size());
        return jdbc.sql("""
                select known.words,
                       (select count(*)
                          from unnest(known.words) as each (word),
                               lateral (select from product_word where word = each.word order by visible, id limit %d) product) as products
                  from unnest(?::text[]) as asked (pattern),
                       lateral (select coalesce(array_agg(word), '{}') as words
                                  from (select distinct word from product_vocabulary where word like lower(asked.pattern)
                                         limit %d) found) known
                """.formatted(counted, SearchRoad.AlongWords.MOST_WORDS + 1))
                .param(patterns.toArray(String[]::new))
                .query((row, number) ->
                        new Known(Arrays.asList((String[]) row.getArray("words").getArray()), row.getInt("products")))
                .list();
    }

    /** As far as the count decides anything: all that hold a single word are shown, and beside digits only a rare word leads. */
    private static int counted(ProductFilter filter, int ofLetters) {
        if (filter.asksForOneWord()) {
            return 0;
        }
        return ofLetters < filter.words().patterns().size() ? SearchRoad.AlongWords.AHEAD + 1 : COUNTED;
    }

    private int inCategory(ProductFilter filter) {
        return jdbc.sql(IN_CATEGORY)
                .param(filter.visible())
                .param(filter.category())
                .query(Integer.class)
                .single();
    }
}
