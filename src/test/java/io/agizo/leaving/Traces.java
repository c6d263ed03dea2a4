package io.agizo.leaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where in a database there still is something of somebody. */
record Traces(JdbcClient sql) {

    /** Every column of every table that holds the text, whatever the column's type. */
    List<String> of(String text) {
        List<Map<String, Object>> columns = sql.sql("""
                select table_name, column_name from information_schema.columns
                  join information_schema.tables using (table_schema, table_name)
                 where table_schema = 'public' and table_type = 'BASE TABLE'
                   and data_type not in ('uuid', 'integer', 'bigint', 'smallint', 'boolean', 'numeric',
                                         'timestamp with time zone')
                """).query().listOfRows();
        assertThat(columns).hasSizeGreaterThan(30);
        return columns.stream()
                .map(column -> column.get("table_name") + "." + column.get("column_name"))
                .filter(column -> holds(column, text))
                .map(column -> text + " in " + column)
                .toList();
    }

    private boolean holds(String column, String text) {
        String table = column.substring(0, column.indexOf('.'));
        String name = column.substring(column.indexOf('.') + 1);
        return sql.sql("""
                        select exists (select from "%s" where position(lower(?) in lower(
                               case when pg_typeof("%s")::text = 'bytea' then encode("%s"::text::bytea, 'escape')
                                    else "%s"::text end)) > 0)
                        """.formatted(table, name, name, name))
                .param(text)
                .query(Boolean.class)
                .single();
    }
}
