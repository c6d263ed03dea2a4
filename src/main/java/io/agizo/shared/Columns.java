package io.agizo.shared;

import java.util.Collection;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Turns rows into one array a column, the shape in which many rows reach the database as one statement. */
public final class Columns {

    private Columns() {}

    /** Where a row keeps the value of a column. */
    public interface Column<T> {

        @Nullable Object of(T row);
    }

    /** The text form of each row's value; null stays null. */
    public static <T> @Nullable String[] texts(Collection<T> rows, Column<? super T> column) {
        @Nullable String[] values = new @Nullable String[rows.size()];
        int at = 0;
        for (T row : rows) {
            Object value = column.of(row);
            values[at++] = value == null ? null : value.toString();
        }
        return values;
    }

    public static <T> int[] ints(Collection<T> rows, ToIntFunction<? super T> column) {
        return rows.stream().mapToInt(column).toArray();
    }
}
