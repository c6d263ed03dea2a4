package io.agizo.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads whole uploads for tests of the readers. */
final class Reading {

    private Reading() {}

    static List<Row> csv(ImportKind kind, String text) {
        return rows(UploadFormat.CSV, kind, text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Row> ndjson(ImportKind kind, String text) {
        return rows(UploadFormat.NDJSON, kind, text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Row> rows(UploadFormat format, ImportKind kind, byte[] bytes) {
        List<Row> rows = new ArrayList<>();
        try {
            RowReader reader = format.open(new ByteArrayInputStream(bytes), kind);
            for (Row row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return rows;
    }

    /** Reads to the end and forgets each row at once, so that only what the reader itself holds stays in memory. */
    static int count(UploadFormat format, ImportKind kind, InputStream bytes) throws IOException {
        RowReader reader = format.open(bytes, kind);
        int rows = 0;
        while (reader.next() != null) {
            rows++;
        }
        return rows;
    }
}
