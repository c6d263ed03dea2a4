package io.agizo.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** An answer that is a table to be saved as a file: written as it is read, and safe to open in a spreadsheet. */
public final class CsvFile {

    public static final String MEDIA_TYPE = "text/csv";

    private final CsvWriter csv;

    /** Begins the file with the names of its columns. */
    public CsvFile(HttpServletResponse response, String name, List<String> columns) throws IOException {
        response.setContentType(MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        csv = CsvWriter.builder().build(response.getWriter());
        csv.writeRecord(columns);
    }

    /** Adds a row; what is null is an empty cell. */
    public void write(List<? extends @Nullable Object> row) {
        csv.writeRecord(row.stream()
                .map(cell -> cell == null ? "" : SafeCell.of(cell.toString()))
                .toList());
    }

    /** Ends the file. One that is not ended breaks off, so that nobody takes half of it for the whole. */
    public void end() throws IOException {
        csv.close();
    }
}
