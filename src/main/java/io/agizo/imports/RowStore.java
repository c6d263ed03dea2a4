package io.agizo.imports;

import io.agizo.shared.Columns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps the rows of a file between the reading of the whole and the applying of each, grouped by their keys. */
@Repository
class RowStore {

    /** Stands between cells; no cell has control characters other than tabs and line ends. */
    private static final String SEPARATOR = "\u001F";

    private static final String FIRST_OF_EACH_KEY = """
            insert into import_key (import_id, key, group_row)
            select ?, key, min(row_number)
              from unnest(?::text[], ?::integer[]) as r (key, row_number)
             where key <> ''
             group by key
                on conflict do nothing
            """;

    private static final String STAGE = """
            insert into import_row (import_id, group_row, row_number, cells, refused)
            select ?, coalesce(k.group_row, r.row_number), r.row_number, r.cells, r.refused
              from unnest(?::text[], ?::integer[], ?::text[], ?::boolean[]) as r (key, row_number, cells, refused)
              left join import_key k on k.import_id = ? and k.key = r.key
            """;

    private static final String AFTER = """
            select group_row, row_number, cells, refused
              from import_row
             where import_id = ? and (group_row, row_number) > (?, ?)
             order by group_row, row_number
             limit ?
            """;

    private final JdbcTemplate jdbc;

    RowStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the next rows of the file; those with a key that came before join the first row that had it. */
    void stage(ImportId id, ImportKind kind, List<Row> rows) {
        var keys = Columns.texts(rows, row -> row.cells().getOrDefault(kind.key(), ""));
        int[] numbers = Columns.ints(rows, Row::number);
        jdbc.update(FIRST_OF_EACH_KEY, id.value(), keys, numbers);
        jdbc.update(
                STAGE,
                id.value(),
                keys,
                numbers,
                Columns.texts(rows, row -> written(kind, row)),
                Columns.texts(rows, row -> !row.errors().isEmpty()),
                id.value());
    }

    /** The rows that come after the given one, group by group. */
    List<StagedRow> after(ImportId id, ImportKind kind, Progress progress, int most) {
        return jdbc.query(
                AFTER,
                (row, number) ->
                        new StagedRow(row.getInt(1), row.getInt(2), read(kind, row.getString(3)), row.getBoolean(4)),
                id.value(),
                progress.appliedGroup(),
                progress.appliedRow(),
                most);
    }

    void delete(List<ImportId> ids) {
        Object[] values = ids.stream().map(ImportId::value).toArray(UUID[]::new);
        jdbc.update("delete from import_key where import_id = any (?)", (Object) values);
        jdbc.update("delete from import_row where import_id = any (?)", (Object) values);
    }

    private static String written(ImportKind kind, Row row) {
        return String.join(
                SEPARATOR,
                kind.columns().stream()
                        .map(column -> row.cells().getOrDefault(column, ""))
                        .toList());
    }

    private static Map<String, String> read(ImportKind kind, String written) {
        String[] texts = written.split(SEPARATOR, -1);
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                cells.put(kind.columns().get(i), texts[i]);
            }
        }
        return cells;
    }
}
