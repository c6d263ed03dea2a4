package io.agizo.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a row, in words for whoever made the file: why it was refused, or what was left as it is.
 *
 * @param row the data row, counted from 1; 0 for the file as a whole
 * @param field the column at fault, or null for the row as a whole
 * @param refused whether the row was refused for it; otherwise it went in, and this is a note
 */
public record RowError(
        int row,
        @Nullable String field,
        String message,
        @JsonIgnore boolean refused) {

    RowError(int row, @Nullable String field, String message) {
        this(row, field, message, true);
    }

    static RowError note(int row, String field, String message) {
        return new RowError(row, field, message, false);
    }

    /** The column that a JSON pointer into a row points at; {@code /translations/sw/name} is in {@code name_sw}. */
    static String column(String pointer) {
        if (pointer.startsWith("/translations/")) {
            String[] steps = pointer.split("/", -1);
            return steps[steps.length - 1] + "_" + steps[2];
        }
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
