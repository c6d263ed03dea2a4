package io.agizo.catalog;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
        List<Known> rarestFirst = known.stream()
                .filter(word -> word.words().size() <= SearchRoad.AlongWords.MOST_LISTS)
                .sorted(Comparator.comparingInt(Known::products))
                .limit(SearchRoad.AlongWords.MOST_WORDS)
                .toList();
        boolean few = !rarestFirst.isEmpty() && rarestFirst.getFirst().products() < COUNTED;
        if (!few && filter.category() != null && inCategory(filter) < COUNTED) {
            return new SearchRoad.ThroughTheCategory();
        }
        // Beside common words, one of digits is likely to be rare: the trigram index is asked for it sooner.
        if (rarestFirst.isEmpty()
                || (!few && known.size() < filter.words().patterns().size())) {
            return new SearchRoad.AlongTheList();
        }
        return new SearchRoad.AlongWords(rarestFirst.stream().map(Known::words).toList(), few);
    }

    private List<Known> known(ProductFilter filter) {
        List<String> patterns = filter.words().ofLetters();
        if (patterns.isEmpty()) {
            return List.of();
        }
        // All the products of a single word are shown, however many they are.
        int counted = filter.asksForOneWord() ? 0 : COUNTED;
        return jdbc.sql("""
                select known.words,
                       (select count(*)
                          from unnest(known.words) as each (word),
                               lateral (select from product_word where word = each.word order by visible, id limit %d) product) as products
                  from unnest(?::text[]) as asked (pattern),
                       lateral (select coalesce(array_agg(word), '{}') as words
                                  from (select distinct word from product_vocabulary where word like lower(asked.pattern)
                                         limit %d) found) known
                """.formatted(counted, SearchRoad.AlongWords.MOST_LISTS + 1))
                .param(patterns.toArray(String[]::new))
                .query((row, number) ->
                        new Known(Arrays.asList((String[]) row.getArray("words").getArray()), row.getInt("products")))
                .list();
    }

    private int inCategory(ProductFilter filter) {
        return jdbc.sql(IN_CATEGORY)
                .param(filter.visible())
                .param(filter.category())
                .query(Integer.class)
                .single();
    }
}
