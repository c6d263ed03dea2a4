package io.agizo.accounts.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.password.CompromisedPasswordChecker;
import org.springframework.security.authentication.password.CompromisedPasswordDecision;
import org.springframework.stereotype.Component;

/** Knows the passwords that are tried first, also where one only adds a year to them or writes them twice. */
@Component
class CommonPasswords implements CompromisedPasswordChecker {

    /** Fewer different characters are a pattern on the keyboard and no password. */
    private static final int FEWEST_CHARACTERS = 5;

    private static final Pattern NO_LETTERS_AROUND = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

    private final Set<String> words = read();

    @Override
    public CompromisedPasswordDecision check(@Nullable String password) {
        String small = password == null ? "" : password.toLowerCase(Locale.ROOT);
        return new CompromisedPasswordDecision(small.codePoints().distinct().count() < FEWEST_CHARACTERS
                || words.contains(small)
                || words.contains(NO_LETTERS_AROUND.matcher(small).replaceAll(""))
                || words.contains(repeated(small))
                || isRow(small));
    }

    /** What the text repeats from its beginning to its end; the text itself if nothing. */
    private static String repeated(String text) {
        int at = (text + text).indexOf(text, 1);
        return at < 0 ? text : text.substring(0, at);
    }

    /** Whether the text counts up or down, such as {@code 1234567890123}. */
    private static boolean isRow(String text) {
        return steps(text, 1) || steps(text, -1);
    }

    private static boolean steps(String text, int step) {
        for (int i = 1; i < text.length(); i++) {
            int distance = text.charAt(i) - text.charAt(i - 1);
            boolean wrapped = Character.isDigit(text.charAt(i)) && distance == -9 * step;
            if (distance != step && !wrapped) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> read() {
        String file = "common-passwords.txt";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
