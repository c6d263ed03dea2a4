package io.agizo.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The first line of a table: tells what separates its cells and which column is which. */
final class CsvHeader {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    /** Far more than any header that names columns needs; beyond it the file is something else. */
    private static final int LONGEST = 10_000;

    private CsvHeader() {}

    /** The separator under which the header line names most columns of the kind; leaves the reader where it was. */
    static char separator(BufferedReader text, ImportKind kind) throws IOException {
        String line = firstLine(text);
        char best = ',';
        long most = -1;
        for (char separator : SEPARATORS) {
            long known = cells(line, separator).stream()
                    .filter(name -> kind.columns().contains(column(name)))
                    .count();
            if (known > most) {
                best = separator;
                most = known;
            }
        }
        return best;
    }

    /** Turns the cells of the header into columns of the kind. */
    static List<String> columns(List<String> cells, ImportKind kind) {
        List<String> columns = cells.stream().map(CsvHeader::column).toList();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            if (column.isEmpty()) {
                throw refused("Column " + (i + 1) + " of the header has no name.", kind);
            }
            if (!kind.columns().contains(column) && !kind.shownOnly().contains(column)) {
                throw refused("The header names “" + Cells.shown(cells.get(i)) + "”, which is no column here.", kind);
            }
            if (!seen.add(column)) {
                throw refused("The header names “" + column + "” twice.", kind);
            }
        }
        for (List<String> anyOf : kind.required()) {
            if (anyOf.stream().noneMatch(seen::contains)) {
                throw refused("The header lacks the column “" + String.join("” or “", anyOf) + "”.", kind);
            }
        }
        return columns;
    }

    private static String column(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT);
    }

    private static Unreadable refused(String message, ImportKind kind) {
        return new Unreadable(
                0,
                message + " The first line must name the columns of " + kind.word() + ": "
                        + String.join(", ", kind.columns()) + ".");
    }

    private static String firstLine(BufferedReader text) throws IOException {
        text.mark(LONGEST + 1);
        StringBuilder line = new StringBuilder();
        for (int read = 0; read < LONGEST; read++) {
            int c = text.read();
            boolean lineEnd = c == '\n' || c == '\r';
            if (c < 0 || (lineEnd && !line.isEmpty())) {
                StrictUtf8.check(line, 0);
                text.reset();
                return line.toString();
            }
            if (c == '\0') {
                throw StrictUtf8.refusal(0);
            }
            if (!lineEnd) {
                line.append((char) c);
            }
        }
        throw new Unreadable(0, "The first line is longer than " + LONGEST + " characters, so it is no header.");
    }

    private static List<String> cells(String line, char separator) {
        try {
            return CsvReader.builder()
                    .fieldSeparator(separator)
                    .ofSingleCsvRecord(line)
                    .getFields();
        } catch (CsvParseException notSeparatedSo) {
            return List.of();
        }
    }
}
