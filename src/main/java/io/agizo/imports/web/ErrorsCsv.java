package io.agizo.imports.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.agizo.imports.RowError;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;

/** Writes the errors of an upload as a table that is safe to open in a spreadsheet. */
final class ErrorsCsv implements Closeable {

    /** A cell that begins so may be run as a formula (OWASP, CSV injection). */
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private final CsvWriter csv;

    ErrorsCsv(Writer writer) {
        csv = CsvWriter.builder().build(writer);
        csv.writeRecord("row", "field", "message");
    }

    void write(List<RowError> errors) {
        for (RowError error : errors) {
            csv.writeRecord(
                    String.valueOf(error.row()),
                    safe(Objects.requireNonNullElse(error.field(), "")),
                    safe(error.message()));
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    /** The text, made plain text for a spreadsheet by an apostrophe where that would run it. */
    static String safe(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
