package io.agizo.branding;

import io.agizo.shared.Brand.Colours;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.DigestUtils;

/**
 * The few lines that colour the shop's pages. They follow from the colours in their name alone, so that any replica serves the file
 * of any look without asking anyone; the hash in it changes when a release makes other lines of the same colours.
 *
 * @param path with the hash of what is in it
 */
public record StyleSheet(String path, String text) {

    /** The folder of addresses of these files, for anyone. */
    public static final String FOLDER = "/look/";

    private static final int HASH_LETTERS = 12;

    private static final Pattern NAME =
            Pattern.compile("(shop|preview)-([0-9a-f]{6})-([0-9a-f]{6})-[0-9a-f]{" + HASH_LETTERS + "}\\.css");

    /** For the shop's pages. */
    static StyleSheet of(Colours colours) {
        return named("shop", colours);
    }

    /** For the office, which shows how the shop would look in the light and in the dark, side by side. */
    public static StyleSheet preview(Colours colours) {
        return named("preview", colours);
    }

    /** What a file of this name holds now; nothing if it is the name of none, or the colours cannot be read. */
    public static Optional<StyleSheet> ofName(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Colours colours = new Colours("#" + parts.group(2), "#" + parts.group(3));
        return ReadableColours.faults(colours.light(), colours.dark()).isEmpty()
                ? Optional.of(named(parts.group(1), colours))
                : Optional.empty();
    }

    private static StyleSheet named(String kind, Colours colours) {
        Tint light = Tint.of(Rgb.of(colours.light()), Ground.LIGHT);
        Tint dark = Tint.of(Rgb.of(colours.dark()), Ground.DARK);
        String text = kind.equals("shop") ? shop(light, dark) : preview(light, dark);
        String hash = DigestUtils.md5DigestAsHex(text.getBytes(StandardCharsets.UTF_8))
                .substring(0, HASH_LETTERS);
        String name = String.join(
                "-", kind, light.leaf().hex().substring(1), dark.leaf().hex().substring(1), hash);
        return new StyleSheet(FOLDER + name + ".css", text);
    }

    private static String shop(Tint light, Tint dark) {
        return ".shop{%s}@media(prefers-color-scheme:dark){.shop{%s}}".formatted(light.properties(), dark.properties());
    }

    private static String preview(Tint light, Tint dark) {
        return ".look-light{%s}.look-dark{%s}".formatted(light.properties(), dark.properties());
    }
}
