package io.agizo.imports;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.agizo.api.SafeCell;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table as spreadsheets write it: a header line, then a line a row. */
final class CsvRows implements RowReader {

    /** More than one cell at its longest, which has to be in memory as a whole. */
    private static final int MOST_BUFFERED = 4 * LONGEST_CELL;

    private static final String BROKEN_QUOTES =
            "The quotes are broken here: a cell that starts with a quote must end with one, "
                    + "and a quote within it is written twice.";

    private final CloseableIterator<List<String>> records;
    private final List<String> columns;
    private final ImportKind kind;
    private int number;

    /** Reads the header; throws {@link Unreadable} unless it names columns of the kind. */
    CsvRows(InputStream bytes, ImportKind kind) throws IOException {
        this.kind = kind;
        BufferedReader text = new BufferedReader(StrictUtf8.reader(bytes));
        records = CsvReader.builder()
                .fieldSeparator(CsvHeader.separator(text, kind))
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(MOST_BUFFERED)
                .build(new CsvCells(), text)
                .iterator();
        List<String> header = record();
        if (header == null) {
            throw new Unreadable(0, "The file is empty.");
        }
        columns = CsvHeader.columns(header, kind);
    }

    @Override
    public @Nullable Row next() throws IOException {
        number++;
        List<String> record = recordOfData();
        if (record == null) {
            return null;
        }
        if (number > MOST_ROWS) {
            throw new Unreadable(number, TOO_MANY_ROWS);
        }
        Cells cells = new Cells(number, kind);
        for (int i = 0; i < Math.min(record.size(), columns.size()); i++) {
            cells.put(columns.get(i), SafeCell.read(record.get(i)));
        }
        return record.size() <= columns.size()
                ? cells.row()
                : cells.broken("has " + record.size() + " cells where the header has " + columns.size());
    }

    /** The next record with anything in it: spreadsheets write rows that were emptied as rows of separators. */
    private @Nullable List<String> recordOfData() throws IOException {
        List<String> record = record();
        while (record != null && record.stream().map(SafeCell::read).allMatch(String::isBlank)) {
            record = record();
        }
        return record;
    }

    private @Nullable List<String> record() throws IOException {
        try {
            List<String> record = records.hasNext() ? records.next() : null;
            if (record != null) {
                record.forEach(cell -> StrictUtf8.check(cell, number));
            }
            return record;
        } catch (CsvParseException broken) {
            throw new Unreadable(
                    number, broken.getCause() instanceof CsvCells.TooLong tooLong ? tooLong.message() : BROKEN_QUOTES);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }
}
