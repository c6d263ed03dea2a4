package io.agizo.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** One JSON object a line, its members named like the columns of a table. */
final class NdjsonRows implements RowReader {

    private static final String NO_OBJECT = "is not one JSON object on one line, such as ";
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final BufferedReader text;
    private final ImportKind kind;
    private int number;

    NdjsonRows(InputStream bytes, ImportKind kind) throws IOException {
        this.text = new BufferedReader(StrictUtf8.reader(bytes));
        this.kind = kind;
    }

    @Override
    public @Nullable Row next() throws IOException {
        number++;
        String line = line();
        if (line == null) {
            return null;
        }
        StrictUtf8.check(line, number);
        if (number > MOST_ROWS) {
            throw new Unreadable(number, TOO_MANY_ROWS);
        }
        Cells cells = new Cells(number, kind);
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            return readObject(json, cells) ? cells.row() : broken(cells);
        } catch (JacksonException notJson) {
            return broken(cells);
        }
    }

    /** Tells whether there was one and nothing else. */
    private boolean readObject(JsonParser json, Cells cells) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        for (String member = json.nextName(); member != null; member = json.nextName()) {
            JsonToken value = json.nextToken();
            if (!kind.columns().contains(member)) {
                cells.refuse(member, "is not a column of " + kind.word());
            } else if (value.isStructStart()) {
                cells.refuse(member, "must be a text, a number, true, false or null");
            } else {
                cells.put(member, value == JsonToken.VALUE_NULL ? "" : json.getString());
            }
            json.skipChildren();
        }
        return json.nextToken() == null;
    }

    private Row broken(Cells cells) {
        return cells.broken(NO_OBJECT + "{\"" + kind.key() + "\": \"…\"}");
    }

    /** The next line that is not blank. */
    private @Nullable String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = text.read(); c >= 0; c = text.read()) {
            if (c == '\n' && !line.toString().isBlank()) {
                return line.toString();
            } else if (c == '\n') {
                line.setLength(0);
            } else if (line.length() == LONGEST_ROW) {
                throw new Unreadable(number, "A line is longer than " + LONGEST_ROW + " characters.");
            } else {
                line.append((char) c);
            }
        }
        return line.toString().isBlank() ? null : line.toString();
    }
}
