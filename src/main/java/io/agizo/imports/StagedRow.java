package io.agizo.imports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file that was read to its end.
 *
 * @param group the first row of the file with the same key, or its own number
 * @param cells by column; blank ones are left out
 * @param refused whether that was done when it was read; it is here so that the others of its order are refused with it
 */
record StagedRow(int group, int number, Map<String, String> cells, boolean refused) {

    @Nullable String cell(String column) {
        return cells.get(column);
    }

    boolean isFirstOfItsKey() {
        return group == number;
    }
}
