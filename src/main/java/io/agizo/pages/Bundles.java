package io.agizo.pages;

import io.agizo.shared.Shop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The texts of all pages in every language there is; each module keeps its own in {@code messages/}. */
@Component
final class Bundles {

    /** The languages of the bundles; the first is for readers who want none of them. */
    static final List<String> LANGUAGES = List.of("en", "sw");

    private static final String FOLDER = "messages/";
    private static final String ENGLISH = "_en.properties";

    private final String country;
    private final Map<Locale, Texts> texts;

    Bundles(Shop shop) throws IOException {
        country = shop.country();
        MessageSource messages = messages();
        texts = LANGUAGES.stream()
                .map(language -> Locale.of(language, country))
                .collect(Collectors.toMap(Function.identity(), spoken -> new Texts(messages, spoken, shop.zone())));
    }

    /** The source that makes one table of all files of a language, so that a text is not looked for in each of them. */
    private static MessageSource messages() throws IOException {
        ReloadableResourceBundleMessageSource messages = new ReloadableResourceBundleMessageSource();
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setBasenames(names());
        return messages;
    }

    /** The texts for readers of a language, with dates and numbers as in the shop's country, by its clocks. */
    Texts in(Locale wanted) {
        return Objects.requireNonNull(texts.get(spoken(wanted, country)));
    }

    /** The language that is wanted, if there is a bundle of it. */
    static Locale spoken(Locale wanted, String country) {
        String language = LANGUAGES.contains(wanted.getLanguage()) ? wanted.getLanguage() : LANGUAGES.getFirst();
        return Locale.of(language, country);
    }

    private static String[] names() throws IOException {
        return Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*" + ENGLISH))
                .map(file -> "classpath:" + FOLDER
                        + Objects.requireNonNull(file.getFilename()).replace(ENGLISH, ""))
                .toArray(String[]::new);
    }
}
