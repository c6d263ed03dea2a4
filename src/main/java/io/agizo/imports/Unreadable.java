package io.agizo.imports;

/** A file that cannot be read on, so that nothing of it is taken in. */
final class Unreadable extends RuntimeException {

    static final String NO_ROWS = "The file has no rows of data.";

    private final int row;

    /** Says what is wrong, in a whole sentence, and at which data row; 0 for the header or the file as a whole. */
    Unreadable(int row, String message) {
        super(message, null, false, false);
        this.row = row;
    }

    int row() {
        return row;
    }

    /** The same as an error of the file, which stands before those of its rows. */
    RowError error() {
        return new RowError(0, null, (row == 0 ? "" : "Row " + row + ": ") + getMessage());
    }
}
