package io.agizo.imports;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads an upload row by row, in memory that does not grow with it. */
interface RowReader {

    /** A shop has fewer customers, products or old orders than this; whoever has more sends several files. */
    int MOST_ROWS = 1_000_000;

    String TOO_MANY_ROWS = "The file has more than " + MOST_ROWS + " rows. Split it and send the parts.";

    /** Far beyond what any column takes: the column's own rule says what is too long for it. */
    int LONGEST_CELL = 10_000;

    /** Some thousands of rows are in memory at a time, all of them perhaps this long. */
    int LONGEST_ROW = 20_000;

    /**
     * The next row, or null after the last one.
     *
     * @throws Unreadable when the file cannot be read on
     */
    @Nullable Row next() throws IOException;
}
