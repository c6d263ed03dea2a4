package io.agizo.shared;

import org.jspecify.annotations.Nullable;

/**
 * What the shop is called, what it looks like and what it says of itself at this moment. Ask {@link Shop#brand} anew each time:
 * the office may change it while the shop is open.
 *
 * @param line what it says of itself
 * @param delivery what it says of payment and of how its goods get to the shopper
 * @param styleSheet the path of the file that colours its pages; null for the look they have anyway
 */
public record Brand(
        String name,
        Words line,
        Words delivery,
        @Nullable Logo logo,
        Colours colours,
        @Nullable String styleSheet) {

    /** Tea green, as in {@code tokens.css}. */
    private static final Colours STANDARD = new Colours("#036639", "#5ec386");

    /** How a shop looks that never said anything about it. */
    public static Brand standard(String name) {
        return new Brand(name, Words.NONE, Words.NONE, null, STANDARD, null);
    }

    /** A text in the languages of the shop. */
    public record Words(@Nullable String en, @Nullable String sw) {

        public static final Words NONE = new Words(null, null);

        /** In the language, or else in the other one; null if there is nothing in either. */
        public @Nullable String in(String language) {
            String first = language.equals("sw") ? sw : en;
            return first != null ? first : language.equals("sw") ? en : sw;
        }
    }

    /** The picture that stands beside the name, in pixels. */
    public record Logo(String path, int width, int height) {}

    /** The one main colour, as {@code #rrggbb}, on light pages and on dark ones. */
    public record Colours(String light, String dark) {}
}
