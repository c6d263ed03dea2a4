package io.agizo.api;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Text in the cell of a table, behind an apostrophe where a spreadsheet would run it as a formula (OWASP, CSV
 * injection). A spreadsheet that splits at semicolons or tabs finds cells within the cell, and one that does not see its
 * quotes finds rows, so each part behind such a sign is looked at like a cell. Text that looks as if it had been made safe
 * gets one more apostrophe, so that reading gives back exactly what was written.
 */
public final class SafeCell {

    /** Signs that begin a formula, also as wide or small as some keyboards type them, which spreadsheets take for the same. */
    private static final String SIGNS = "=+\\-@＝＋－＠﹦﹢﹣﹫−";

    /** What may stand before the sign unseen, and quotes, which another reading takes away. */
    private static final String UNSEEN = "[\\p{Z}\\p{C}\\p{M}\\u115F\\u1160\\u2800\\u3164\\uFFA0\"&&[^\\t\\r\\n]]*";

    private static final Pattern RUNS = Pattern.compile("'*" + UNSEEN + "[" + SIGNS + "].*", Pattern.DOTALL);

    /** At its very beginning a cell must not hold what a spreadsheet skips, either. */
    private static final Pattern FIRST_RUNS =
            Pattern.compile("'*" + UNSEEN + "[" + SIGNS + "\\t\\r\\n].*", Pattern.DOTALL);

    /** Between a separator and what follows it. */
    private static final Pattern PARTS = Pattern.compile("(?<=[;\\t\\r\\n])");

    private SafeCell() {}

    public static String of(String text) {
        return each(text, part -> "'" + part);
    }

    public static String read(String cell) {
        return each(cell, part -> part.startsWith("'") ? part.substring(1) : part);
    }

    private static String each(String text, UnaryOperator<String> change) {
        StringBuilder changed = new StringBuilder(text.length() + 1);
        Pattern runs = FIRST_RUNS;
        for (String part : PARTS.split(text, -1)) {
            changed.append(runs.matcher(part).matches() ? change.apply(part) : part);
            runs = RUNS;
        }
        return changed.toString();
    }
}
