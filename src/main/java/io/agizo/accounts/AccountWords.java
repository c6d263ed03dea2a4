package io.agizo.accounts;

import io.agizo.shared.Shop;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/** Words what people are texted and mailed about their accounts, in the language that they read. */
@Component
public class AccountWords {

    private final Shop shop;

    AccountWords(Shop shop) {
        this.shop = shop;
    }

    /**
     * The sentence with its blanks filled in.
     *
     * @param language {@code en} or {@code sw}
     */
    public String of(String key, String language, Map<String, String> values) {
        String sentence = ResourceBundle.getBundle("texts.accounts", Locale.of(language))
                .getString(key)
                .replace("{shop}", shop.name());
        for (Map.Entry<String, String> value : values.entrySet()) {
            sentence = sentence.replace("{" + value.getKey() + "}", value.getValue());
        }
        return sentence;
    }

    public String of(String key, String language) {
        return of(key, language, Map.of());
    }
}
