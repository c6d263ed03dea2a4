package io.agizo.branding;

import java.util.Locale;
import java.util.regex.Pattern;

/** A colour as screens show it, each part from 0 to 255. */
record Rgb(int red, int green, int blue) {

    /** As a browser's own field for colours writes them. */
    static final String FORM = "^#[0-9A-Fa-f]{6}$";

    static final String RULE = "must be a colour with a # and six digits from 0 to f, such as “#036639”";

    private static final Pattern HEX = Pattern.compile(FORM);

    static boolean isOne(String text) {
        return HEX.matcher(text).matches();
    }

    static Rgb of(String hex) {
        int all = Integer.parseInt(hex.substring(1), 16);
        return new Rgb(all >> 16, (all >> 8) & 0xff, all & 0xff);
    }

    String hex() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    /** How well one can be read on the other: from 1 for not at all to 21 for black on white (WCAG 2.2, contrast ratio). */
    double contrast(Rgb other) {
        double one = luminance();
        double two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    private double luminance() {
        return 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue);
    }

    /** The share of light that a part stands for (sRGB). */
    static double light(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
