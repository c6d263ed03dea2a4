package io.agizo.imports;

import io.agizo.shared.Columns;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps why rows were refused. */
@Repository
class ErrorStore {

    static final Listed BEFORE_ALL = new Listed(new RowError(-1, null, ""), 0);

    private final JdbcTemplate jdbc;

    ErrorStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds errors; all those of one row come together. */
    void add(ImportId id, List<RowError> errors) {
        if (errors.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into import_error (import_id, row_number, seq, field, message)
                select ?, row_number, row_number() over (partition by row_number order by at), field, message
                  from unnest(?::integer[], ?::text[], ?::text[]) with ordinality as e (row_number, field, message, at)
                """,
                id.value(),
                Columns.ints(errors, RowError::row),
                Columns.texts(errors, RowError::field),
                Columns.texts(errors, RowError::message));
    }

    /** An error with its place in the list. */
    record Listed(RowError error, int seq) {}

    /** The next errors by row after the given one. */
    List<Listed> after(ImportId id, Listed last, int most) {
        return jdbc.query(
                """
                select row_number, seq, field, message
                  from import_error
                 where import_id = ? and (row_number, seq) > (?, ?)
                 order by row_number, seq
                 limit ?
                """,
                (found, number) -> new Listed(
                        new RowError(found.getInt(1), found.getString(3), found.getString(4)), found.getInt(2)),
                id.value(),
                last.error().row(),
                last.seq(),
                most);
    }

    void delete(List<ImportId> ids) {
        Object[] values = ids.stream().map(ImportId::value).toArray(UUID[]::new);
        jdbc.update("delete from import_error where import_id = any (?)", (Object) values);
    }
}
