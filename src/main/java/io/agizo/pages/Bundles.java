package io.agizo.pages;

import io.agizo.shared.Shop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The texts of all pages in every language there is; each module keeps its own in {@code messages/}. */
@Component
final class Bundles {

    /** The languages of the bundles; the first is for readers who want none of them. */
    static final List<String> LANGUAGES = List.of("en", "sw");

    private static final String FOLDER = "messages/";
    private static final String ENGLISH = "_en.properties";

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    private final String country;
    private final ZoneId zone;

    Bundles(Shop shop) throws IOException {
        country = shop.country();
        zone = shop.zone();
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setBasenames(names());
    }

    /** The texts for readers of a language, with dates and numbers as in the shop's country, by its clocks. */
    Texts in(Locale wanted) {
        return new Texts(messages, spoken(wanted, country), zone);
    }

    /** The language that is wanted, if there is a bundle of it. */
    static Locale spoken(Locale wanted, String country) {
        String language = LANGUAGES.contains(wanted.getLanguage()) ? wanted.getLanguage() : LANGUAGES.getFirst();
        return Locale.of(language, country);
    }

    private static String[] names() throws IOException {
        return Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*" + ENGLISH))
                .map(file -> FOLDER + Objects.requireNonNull(file.getFilename()).replace(ENGLISH, ""))
                .toArray(String[]::new);
    }
}
