package io.agizo.catalog;

import io.agizo.shared.SearchWords;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of all the words that products ever held. */
@Repository
class VocabularyStore {

    /** What is part of more words than these is in so many products that every list soon comes across some. */
    static final int MOST = 16;

    private static final String CONTAINING = """
            select (select coalesce(array_agg(word), '{}')
                      from (select distinct word from product_vocabulary where word like lower(pattern) limit %d) found)
              from unnest(?::text[]) with ordinality as asked (pattern, place)
             order by place
            """.formatted(MOST + 1);

    private final JdbcClient jdbc;

    VocabularyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The words that each of the searched ones is part of, if it is of letters only: one more than {@link #MOST} at most. */
    List<List<String>> containing(SearchWords searched) {
        List<String> patterns = searched.ofLetters();
        return patterns.isEmpty()
                ? List.of()
                : jdbc.sql(CONTAINING)
                        .param(patterns.toArray(String[]::new))
                        .query((row, number) ->
                                Arrays.asList((String[]) row.getArray(1).getArray()))
                        .list();
    }
}
