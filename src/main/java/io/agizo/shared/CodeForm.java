package io.agizo.shared;

/**
 * The form of the codes by which a shop knows what it sells and to whom. Looked at letter by letter where a pattern would do,
 * since each row that is read from the database has some.
 */
public final class CodeForm {

    public static final String PATTERN = "^[A-Za-z0-9._-]{1,40}$";
    public static final String RULE = "must be 1 to 40 letters, digits, '-', '_' or '.'";

    /** What no new code may be, since browsers resolve the dots in an address, and the office adds things at {@code /new}. */
    public static final String FREE = "^(?!(\\.{1,2}|new)$).*$";

    public static final String FREE_RULE = "must not be '.', '..' or 'new', which mean something else in an address";

    private static final int LONGEST = 40;

    private CodeForm() {}

    /** Whether the text is what {@link #PATTERN} describes. */
    public static boolean fits(String text) {
        int at = 0;
        while (at < text.length() && isPart(text.charAt(at))) {
            at++;
        }
        return at == text.length() && at > 0 && at <= LONGEST;
    }

    private static boolean isPart(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '-'
                || character == '_'
                || character == '.';
    }
}
