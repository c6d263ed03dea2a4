package io.agizo.signin;

import io.agizo.shared.InvalidInput;
import io.agizo.shared.Shop;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which passwords are good: long ones that nobody tries first. Of what signs they are made is the person's own affair
 * (NIST SP 800-63B, 5.1.1.2).
 */
@Component
class PasswordRules {

    public static final int SHORTEST = 12;

    /** More proves no more, and has to be read and hashed. */
    public static final int LONGEST = 128;

    /** A shorter word says nothing about the person. */
    private static final int SHORTEST_OWN_WORD = 4;

    private final CommonPasswords common;
    private final Shop shop;

    PasswordRules(CommonPasswords common, Shop shop) {
        this.common = common;
        this.shop = shop;
    }

    /**
     * Refuses a new password that is too short, too long, easily guessed, or little more than what everyone knows of the person
     * or the shop.
     *
     * @param ownWords the name, number and address of the person
     */
    void check(@Nullable String password, Collection<@Nullable String> ownWords) {
        int length = password == null ? 0 : password.codePointCount(0, password.length());
        if (password == null || length < SHORTEST) {
            throw refused("must be at least %d characters long".formatted(SHORTEST));
        }
        if (length > LONGEST) {
            throw refused("must be at most %d characters long".formatted(LONGEST));
        }
        List<String> known = known(ownWords);
        if (isMostly(password, known) || common.contains(password, known)) {
            throw refused("is one of those that are tried first; three or four words of your own are better");
        }
    }

    /** What everyone knows of the person and the shop, cut into words. */
    private List<String> known(Collection<@Nullable String> ownWords) {
        return Stream.concat(ownWords.stream(), Stream.of(shop.name(), "agizo"))
                .flatMap(PasswordRules::words)
                .filter(word -> word.length() >= SHORTEST_OWN_WORD)
                .distinct()
                .toList();
    }

    private static boolean isMostly(String password, List<String> known) {
        String rest = password.toLowerCase(Locale.ROOT);
        for (String word : known) {
            rest = rest.replace(word, "");
        }
        return rest.length() < SHORTEST / 2;
    }

    private static Stream<String> words(@Nullable String text) {
        return text == null
                ? Stream.empty()
                : Stream.of(text.toLowerCase(Locale.ROOT).split("[\\s@.+-]+"));
    }

    private static InvalidInput refused(String message) {
        return new InvalidInput("/password", message);
    }
}
