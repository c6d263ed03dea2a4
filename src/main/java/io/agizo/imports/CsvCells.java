package io.agizo.imports;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** Collects the cells of one record, and stops the parser as soon as a record grows beyond what any table needs. */
final class CsvCells extends AbstractBaseCsvCallbackHandler<List<String>> {

    private static final int MOST_COLUMNS = 100;

    private List<String> cells = new ArrayList<>();
    private int length;

    /** A record that no table of the shop's has. */
    static final class TooLong extends RuntimeException {

        TooLong(String message) {
            super(message, null, false, false);
        }

        String message() {
            return String.valueOf(getMessage());
        }
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        cells = new ArrayList<>();
        length = 0;
    }

    @Override
    protected void handleField(int at, char[] text, int offset, int cellLength, boolean quoted) {
        length += cellLength;
        if (at >= MOST_COLUMNS) {
            throw new TooLong("A row has more than " + MOST_COLUMNS + " columns.");
        }
        if (cellLength > RowReader.LONGEST_CELL) {
            throw new TooLong("A cell is longer than " + RowReader.LONGEST_CELL
                    + " characters; perhaps a quote is opened and never closed.");
        }
        if (length > RowReader.LONGEST_ROW) {
            throw new TooLong("A row is longer than " + RowReader.LONGEST_ROW + " characters.");
        }
        cells.add(new String(text, offset, cellLength));
    }

    @Override
    protected List<String> buildRecord() {
        return cells;
    }
}
