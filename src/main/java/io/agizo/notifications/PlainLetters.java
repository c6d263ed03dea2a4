package io.agizo.notifications;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes words from elsewhere fit to stand in a text: typewriter quotes and dashes for typographic ones, so that these
 * alone do not turn it to UCS-2, no line breaks or control characters, and nothing that is not a character.
 */
final class PlainLetters {

    private static final Map<Integer, String> TYPEWRITTEN = Map.ofEntries(
            Map.entry((int) '‘', "'"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '‑', "-"),
            Map.entry((int) '…', "..."),
            Map.entry((int) '×', "x"));

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private PlainLetters() {}

    static String of(String words) {
        return isPlain(words) ? words : rewritten(words);
    }

    private static boolean isPlain(String words) {
        boolean space = true;
        for (int i = 0; i < words.length(); i++) {
            char letter = words.charAt(i);
            if (letter < ' ' || SmsLength.septets(letter) == 0 || (space && letter == ' ')) {
                return false;
            }
            space = letter == ' ';
        }
        return !space;
    }

    private static String rewritten(String words) {
        StringBuilder plain = new StringBuilder(words.length());
        Normalizer.normalize(words, Normalizer.Form.NFC).codePoints().forEach(letter -> {
            String typewritten = TYPEWRITTEN.get(letter);
            if (typewritten != null) {
                plain.append(typewritten);
            } else if (Character.isISOControl(letter)) {
                plain.append(' ');
            } else if (Character.getType(letter) == Character.SURROGATE) {
                plain.append('?');
            } else {
                plain.appendCodePoint(letter);
            }
        });
        return SPACES.matcher(plain).replaceAll(" ").strip();
    }
}
