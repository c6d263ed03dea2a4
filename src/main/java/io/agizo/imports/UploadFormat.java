package io.agizo.imports;

import java.io.IOException;
import java.io.InputStream;

/** How the rows of an upload are written. */
public enum UploadFormat {
    CSV,
    NDJSON;

    RowReader open(InputStream bytes, ImportKind kind) throws IOException {
        return switch (this) {
            case CSV -> new CsvRows(bytes, kind);
            case NDJSON -> new NdjsonRows(bytes, kind);
        };
    }
}
