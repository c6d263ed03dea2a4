package io.agizo.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the cells of one row, with the characters checked that no column takes. */
final class Cells {

    /** More than a table has columns; an object may name thousands that are none, and thousands of rows share a commit. */
    private static final int MOST_ERRORS = 20;

    /** The longest key there is; a longer one would not fit the index either. */
    private static final int LONGEST_KEY = 100;

    private static final int LONGEST_NAME_SHOWN = 40;

    private final int row;
    private final ImportKind kind;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<RowError> errors = new ArrayList<>();

    Cells(int row, ImportKind kind) {
        this.row = row;
        this.kind = kind;
    }

    void put(String column, String text) {
        if (text.length() > RowReader.LONGEST_CELL) {
            refuse(column, "is longer than " + RowReader.LONGEST_CELL + " characters");
        } else if (column.equals(kind.key()) && text.strip().length() > LONGEST_KEY) {
            refuse(column, "is longer than " + LONGEST_KEY + " characters");
        } else if (!storable(text)) {
            refuse(column, "has a control character or half a character in it");
        } else {
            texts.put(column, text.strip());
        }
    }

    void refuse(String column, String message) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(new RowError(row, shown(column), message));
        }
    }

    Row row() {
        return new Row(row, texts, errors);
    }

    /** The same row, refused as a whole: what its cells mean is a guess, and so is what is wrong with them. */
    Row broken(String message) {
        return new Row(row, texts, List.of(new RowError(row, null, message)));
    }

    /** A name from the file as a message may show it: not too long, and nothing in it that does not print. */
    static String shown(String name) {
        String start = name.length() > LONGEST_NAME_SHOWN ? name.substring(0, LONGEST_NAME_SHOWN) + "…" : name;
        return storable(start) ? start.strip() : start.replaceAll("[\\p{Cntrl}\\p{Cs}]", "�");
    }

    /** PostgreSQL stores neither NUL nor half a surrogate pair, and no name or code has other control characters. */
    private static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c) || (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r')) {
                return false;
            }
        }
        return true;
    }
}
