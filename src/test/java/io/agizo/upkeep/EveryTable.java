package io.agizo.upkeep;

import io.agizo.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of this release in which every table takes a row that means nothing, and what is in such a database. */
final class EveryTable {

    private static final String COLUMNS = """
            select string_agg(quote_ident(column_name), ', '), string_agg(case
                       when data_type = 'uuid' then 'gen_random_uuid()'
                       when data_type in ('text', 'character varying', 'character')
                           then format('left(gen_random_uuid()::text, %s)', coalesce(character_maximum_length, 36))
                       when data_type in ('smallint', 'integer', 'bigint', 'numeric') then '7'
                       when data_type = 'boolean' then 'true'
                       when data_type = 'bytea' then '''\\x00ff''::bytea'
                       when data_type = 'date' then 'current_date'
                       when data_type = 'timestamp with time zone' then 'now()'
                       when data_type = 'timestamp without time zone' then 'now()'
                       when data_type = 'interval' then 'interval ''1 day'''
                       when data_type in ('json', 'jsonb') then '''{"a": [1]}'''
                       when data_type = 'ARRAY' then '''{}'''
                       else '''of type ' || data_type || ''''
                   end, ', ')
              from information_schema.columns
             where table_schema = 'public' and table_name = ? and is_generated = 'NEVER'
            """;

    private EveryTable() {}

    /** Without what else than types a row must satisfy, and without what other rows a row brings along. */
    static DataSource lax() {
        DataSource database = TestDatabase.fresh();
        JdbcClient sql = JdbcClient.create(database);
        sql.sql("select format('alter table %s drop constraint %I', conrelid::regclass, conname)"
                        + " from pg_constraint where contype in ('c', 'f') and connamespace = 'public'::regnamespace")
                .query(String.class)
                .list()
                .forEach(drop -> sql.sql(drop).update());
        return database;
    }

    static void fill(DataSource database) {
        JdbcClient sql = JdbcClient.create(database);
        for (String table : names(database)) {
            sql.sql("alter table " + table + " disable trigger user").update();
            String insert = sql.sql(COLUMNS)
                    .param(table)
                    .query((row, number) -> "insert into %s (%s) values (%s) on conflict do nothing"
                            .formatted(table, row.getString(1), row.getString(2)))
                    .single();
            sql.sql(insert).update();
            sql.sql("alter table " + table + " enable trigger user").update();
        }
    }

    static List<String> names(DataSource database) {
        return JdbcClient.create(database)
                .sql("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE' order by 1")
                .query(String.class)
                .list();
    }

    /**
     * The rows of every table as text, in order, as nothing of the upkeep reads them. What the database works out itself is left
     * out: the forms of a word may come in another order.
     */
    static Map<String, List<String>> contents(DataSource database) {
        JdbcClient sql = JdbcClient.create(database);
        Map<String, List<String>> contents = new LinkedHashMap<>();
        for (String table : names(database)) {
            String columns = sql.sql("select string_agg(quote_ident(column_name), ', ' order by column_name)"
                            + " from information_schema.columns"
                            + " where table_schema = 'public' and table_name = ? and is_generated = 'NEVER'")
                    .param(table)
                    .query(String.class)
                    .single();
            contents.put(
                    table,
                    sql.sql("select row(" + columns + ")::text from " + table + " order by 1")
                            .query(String.class)
                            .list());
        }
        return contents;
    }
}
