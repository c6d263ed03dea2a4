package io.agizo.imports;

import org.jspecify.annotations.Nullable;

/**
 * Why a row was refused, in words for whoever made the file.
 *
 * @param row the data row, counted from 1; 0 for the file as a whole
 * @param field the column at fault, or null for the row as a whole
 */
public record RowError(int row, @Nullable String field, String message) {

    /** The column that a JSON pointer into a row points at. */
    static String column(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
