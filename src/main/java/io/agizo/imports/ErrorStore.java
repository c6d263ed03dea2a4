package io.agizo.imports;

import io.agizo.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps why rows were refused, and what was left as it is. */
@Repository
class ErrorStore {

    static final Listed BEFORE_ALL = new Listed(new RowError(-1, null, "", true), 0);

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
                insert into import_error (import_id, row_number, seq, field, message, refused)
                select ?, row_number, row_number() over (partition by row_number order by at), field, message, refused
                  from unnest(?::integer[], ?::text[], ?::text[], ?::boolean[]) with ordinality
                       as e (row_number, field, message, refused, at)
                """,
                id.value(),
                Columns.ints(errors, RowError::row),
                Columns.texts(errors, RowError::field),
                Columns.texts(errors, RowError::message),
                Columns.texts(errors, RowError::refused));
    }

    /** An error with its place in the list. */
    record Listed(RowError error, int seq) {}

    /** The next errors by row after the given one. */
    List<Listed> after(ImportId id, Listed last, int most) {
        return jdbc.query("""
                select row_number, seq, field, message, refused
                  from import_error
                 where import_id = ? and (row_number, seq) > (?, ?)
                 order by row_number, seq
                 limit ?
                """, this::listed, id.value(), last.error().row(), last.seq(), most);
    }

    /** The first by row of those for which rows were refused, or of the notes. */
    List<RowError> first(ImportId id, boolean refused, int most) {
        return jdbc.query("""
                        select row_number, seq, field, message, refused
                          from import_error
                         where import_id = ? and refused = ?
                         order by row_number, seq
                         limit ?
                        """, this::listed, id.value(), refused, most).stream()
                .map(Listed::error)
                .toList();
    }

    private Listed listed(ResultSet row, int number) throws SQLException {
        RowError error = new RowError(row.getInt(1), row.getString(3), row.getString(4), row.getBoolean(5));
        return new Listed(error, row.getInt(2));
    }

    void delete(List<ImportId> ids) {
        Object[] values = ids.stream().map(ImportId::value).toArray(UUID[]::new);
        jdbc.update("delete from import_error where import_id = any (?)", (Object) values);
    }
}
