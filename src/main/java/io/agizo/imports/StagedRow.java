package io.agizo.imports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sound row of a file that was read to its end.
 *
 * @param group the first row of the file with the same key, or its own number
 * @param cells by column; blank ones are left out
 */
record StagedRow(int group, int number, Map<String, String> cells) {

    @Nullable String cell(String column) {
        return cells.get(column);
    }

    boolean isFirstOfItsKey() {
        return group == number;
    }
}
