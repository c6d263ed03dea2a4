package io.agizo.signin;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Knows the passwords that are tried first: the ten thousand most common that are long enough and, by the lists and rules of
 * zxcvbn, common words, also with a year behind them, written twice or with digits for letters, rows on the keyboard, and
 * what is known of the person.
 */
@Component
class CommonPasswords {

    /** What zxcvbn calls very unguessable: ten billion guesses, which take centuries where guesses are counted. */
    private static final int BEST_SCORE = 4;

    /** What follows makes a password no easier to guess, and zxcvbn takes seconds for long ones that are made to keep it busy. */
    private static final int MEASURED = 32;

    /** Those of a long name, a number and an address, in whole and cut up. */
    private static final int MOST_OWN_WORDS = 40;

    private final Zxcvbn zxcvbn = new Zxcvbn();
    private final Set<String> words = read();

    /** Whether it is found by fewer guesses than a password should be. */
    boolean contains(String password, Collection<String> ownWords) {
        if (words.contains(password.toLowerCase(Locale.ROOT))) {
            return true;
        }
        int end = password.offsetByCodePoints(0, Math.min(MEASURED, password.codePointCount(0, password.length())));
        List<String> known = ownWords.stream()
                .filter(word -> word.length() <= PasswordRules.LONGEST)
                .limit(MOST_OWN_WORDS)
                .toList();
        return zxcvbn.measure(password.substring(0, end), known).getScore() < BEST_SCORE;
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
