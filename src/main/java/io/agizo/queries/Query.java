package io.agizo.queries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;

/**
 * What is to be looked up by some keys, and not yet asked: its module writes it, and who needs the answers of several asks
 * {@link RoundTrip} for all of them.
 */
public final class Query<T> {

    private final String sql;
    private final @Nullable String[] keys;
    private final T nothing;
    private final ResultSetExtractor<T> answer;

    /**
     * Looks up the rows of the keys.
     *
     * @param sql one statement, with one question mark: an array of the keys
     * @param nothing the answer where there are no keys, and nothing is asked
     * @param answer makes the answer of all rows
     */
    Query(String sql, @Nullable String[] keys, T nothing, ResultSetExtractor<T> answer) {
        this.sql = sql;
        this.keys = keys;
        this.nothing = nothing;
        this.answer = answer;
    }

    /** What is made of a row. */
    public interface Row<T> {

        T of(ResultSet row) throws SQLException;
    }

    /** Looks up rows each of which has a key of its own. */
    public static <K, T> Query<Map<K, T>> byKey(String sql, @Nullable String[] keys, Row<K> key, Row<T> item) {
        return new Query<>(sql, keys, Map.of(), rows -> {
            Map<K, T> found = new HashMap<>();
            while (rows.next()) {
                found.put(key.of(rows), item.of(rows));
            }
            return found;
        });
    }

    /** Looks up rows of which several have one key; they stay in the order in which they are read. */
    public static <K, T> Query<Map<K, List<T>>> grouped(String sql, @Nullable String[] keys, Row<K> key, Row<T> item) {
        return new Query<>(sql, keys, Map.of(), rows -> {
            Map<K, List<T>> groups = new HashMap<>();
            while (rows.next()) {
                groups.computeIfAbsent(key.of(rows), one -> new ArrayList<>()).add(item.of(rows));
            }
            return groups;
        });
    }

    boolean asksNothing() {
        return keys.length == 0;
    }

    String sql() {
        return sql;
    }

    Object keys() {
        return keys;
    }

    T nothing() {
        return nothing;
    }

    T answer(ResultSet rows) throws SQLException {
        return Objects.requireNonNull(answer.extractData(rows));
    }
}
