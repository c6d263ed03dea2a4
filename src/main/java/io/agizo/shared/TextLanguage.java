package io.agizo.shared;

import java.util.Locale;

/** The languages that the shop writes to people in, by their ISO 639 codes: English and Swahili. */
public final class TextLanguage {

    /** The language of those of whom nothing else is known. */
    public static final String USUAL = "en";

    public static final String PATTERN = "^(en|sw)$";

    public static final String RULE = "must be en or sw";

    private static final String SWAHILI = "sw";

    private TextLanguage() {}

    /** The language of a page or a request, if the shop writes it, or else the usual one. */
    public static String of(Locale locale) {
        return locale.getLanguage().equals(SWAHILI) ? SWAHILI : USUAL;
    }
}
