package io.agizo.shared;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules for words that people write: whole characters, no controls, no space around them. */
public final class PlainText {

    /** One line: no control characters, no halves of surrogate pairs. Anchored, for JSON Schema looks anywhere. */
    public static final String LINE = "^[^\\p{Cc}\\p{Cs}]*$";

    public static final String LINE_RULE = "must be one line of text without control characters";

    /** The same with line breaks. */
    public static final String LINES = "^[^\\u0000-\\u0009\\u000B-\\u001F\\u007F-\\u009F\\p{Cs}]*$";

    public static final String LINES_RULE = "must be text without control characters other than line breaks";

    private static final Pattern ONE_LINE = Pattern.compile(LINE);

    private PlainText() {}

    public static boolean isLine(String text) {
        return ONE_LINE.matcher(text).matches();
    }

    /** The text without the space around it and with line breaks of one kind; null if nothing is left. */
    public static @Nullable String tidy(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return text.strip().replace("\r\n", "\n");
    }
}
