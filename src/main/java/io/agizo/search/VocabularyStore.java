package io.agizo.search;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the vocabulary, and of what the database knows of how common words are. */
@Repository
class VocabularyStore {

    /** More words than this narrow nothing further. */
    private static final int MOST = 8;

    /** Folded by the function that also folds the rows. What words are like is told apart from what only may be. */
    private static final String TYPED = """
            with typed as (
                select word, place, lead(word) over (order by place) as next
                  from unnest(string_to_array(search_fold(?), ' ')) with ordinality as t (word, place)
                 where place <= %d and word <> ''
            )
            select word,
                   exists (select from search_word v
                            where v.realm = asked.realm and v.word >= (typed.word || next) collate "C"
                              and v.word < (typed.word || next || chr(1114111)) collate "C"),
                   array(select distinct v.word from search_word v
                          where v.realm = asked.realm and v.forms && search_asked(typed.word))
              from typed, (select ? as realm) asked
             order by place
            """.formatted(MOST);

    private static final String SHARES = """
            select elem, freq
              from pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) as common (elem, freq)
             where tablename = ? and attname = 'words' and schemaname = current_schema() and elem is not null
            """;

    private final JdbcClient jdbc;

    VocabularyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The words of the text, with all of the vocabulary that they might be like. */
    List<TypedWord> typed(String realm, String text) {
        return jdbc.sql(TYPED)
                .param(text)
                .param(realm)
                .query((row, number) -> new TypedWord(row.getString(1), row.getBoolean(2), Arrays.asList((String[])
                        row.getArray(3).getArray())))
                .list();
    }

    Shares shares(String table, Instant until) {
        NavigableMap<String, Double> shares = new TreeMap<>();
        jdbc.sql(SHARES).param(table).query(row -> {
            shares.put(row.getString(1), row.getDouble(2));
        });
        long rows = jdbc.sql("select reltuples::bigint from pg_class where oid = ?::regclass")
                .param(table)
                .query(Long.class)
                .single();
        return new Shares(rows, shares, until);
    }
}
