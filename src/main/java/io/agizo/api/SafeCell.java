package io.agizo.api;

import java.util.regex.Pattern;

/**
 * Text in the cell of a table, behind an apostrophe where a spreadsheet would run it as a formula (OWASP, CSV
 * injection). Text that looks as if it had been made safe gets one more, so that reading gives back exactly what was written.
 */
public final class SafeCell {

    private static final Pattern RUNS = Pattern.compile("'*[=+\\-@\t\r\n].*", Pattern.DOTALL);

    private SafeCell() {}

    public static String of(String text) {
        return RUNS.matcher(text).matches() ? "'" + text : text;
    }

    public static String read(String cell) {
        return cell.startsWith("'") && RUNS.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
