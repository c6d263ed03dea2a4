package io.agizo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.ModuleContext;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class AccountWordsTests {

    @Test
    void saysEverythingInBothLanguages() {
        var english = ResourceBundle.getBundle("texts.accounts", Locale.of("en"));
        var swahili = ResourceBundle.getBundle("texts.accounts", Locale.of("sw"));

        assertThat(swahili.keySet()).isEqualTo(english.keySet());
        assertThat(english.keySet()).allSatisfy(key -> {
            assertThat(blanks(swahili.getString(key))).isEqualTo(blanks(english.getString(key)));
            assertThat(swahili.getString(key)).isNotEqualTo(english.getString(key));
        });
    }

    @Test
    void fillsTheBlanks() {
        String text = new AccountWords(ModuleContext.SHOP).of("code", "sw", Map.of("code", "123456"));

        assertThat(text).startsWith("Duka: 123456 ni msimbo wako").doesNotContain("{");
    }

    private static String blanks(String sentence) {
        return sentence.replaceAll("[^{}]*(\\{[a-z]+})?[^{}]*", "$1")
                .chars()
                .sorted()
                .mapToObj(Character::toString)
                .reduce("", String::concat);
    }
}
