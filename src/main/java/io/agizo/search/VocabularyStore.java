package io.agizo.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of words that a table's rows hold, and of what the database guesses of how many do. */
@Repository
class VocabularyStore {

    private static final String COMMONEST = """
            select term, (share * reltuples)::bigint as rows
              from pg_class,
                   pg_stats,
                   unnest(most_common_elems::text::text[], most_common_elem_freqs) as common (term, share)
             where oid = ?::regclass and tablename = ? and schemaname = relnamespace::regnamespace::text and term is not null
            """;

    private final JdbcClient jdbc;

    VocabularyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For each pattern the words like it, {@code most} at most. */
    List<List<String>> containing(String table, List<String> patterns, int most) {
        return jdbc.sql("""
            select (select coalesce(array_agg(word), '{}')
                      from (select distinct word from %s_vocabulary where word like lower(pattern) limit %d) found)
              from unnest(?::text[]) with ordinality as asked (pattern, place)
             order by place
            """.formatted(table, most))
                .param(patterns.toArray(String[]::new))
                .query((row, number) -> Arrays.asList((String[]) row.getArray(1).getArray()))
                .list();
    }

    /** How many rows hold each of the commonest terms. */
    Map<String, Long> commonest(String table) {
        Map<String, Long> commonest = new HashMap<>();
        jdbc.sql(COMMONEST).param(table).param(table + "_by_terms").query(row -> {
            commonest.put(row.getString("term"), row.getLong("rows"));
        });
        return commonest;
    }

    long rows(String table) {
        return jdbc.sql("select reltuples::bigint from pg_class where oid = ?::regclass")
                .param(table)
                .query(Long.class)
                .single();
    }
}
