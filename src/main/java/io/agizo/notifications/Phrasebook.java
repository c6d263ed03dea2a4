package io.agizo.notifications;

import io.agizo.orders.OrderEvent.Occasion;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The sentences of one language. */
final class Phrasebook {

    private final Map<Occasion, TextTemplate> plain = new EnumMap<>(Occasion.class);
    private final Map<Occasion, TextTemplate> because = new EnumMap<>(Occasion.class);
    private final Map<Occasion, TextTemplate> brief = new EnumMap<>(Occasion.class);
    private final TextTemplate countOfOne;
    private final TextTemplate countOfMany;
    private final TextTemplate backInStock;
    private final TextTemplate stopByAnswer;
    private final TextTemplate stopToNumber;

    /** Reads the language's bundle; one that lacks a sentence stops the start rather than an order. */
    Phrasebook(String language) {
        Properties bundle = bundle("/texts/messages_" + language + ".properties");
        for (Occasion occasion : Occasion.values()) {
            String key = occasion.word();
            plain.put(occasion, template(bundle, key));
            String keyBrief = key + ".brief";
            brief.put(occasion, template(bundle, bundle.containsKey(keyBrief) ? keyBrief : key));
            String keyBecause = key + ".because";
            because.put(occasion, template(bundle, bundle.containsKey(keyBecause) ? keyBecause : key));
        }
        countOfOne = template(bundle, "count.one");
        countOfMany = template(bundle, "count.many");
        backInStock = template(bundle, "back-in-stock");
        stopByAnswer = template(bundle, "stop.answer");
        stopToNumber = template(bundle, "stop.to");
    }

    /** What is said on the occasion, in other words if there is a reason to give. */
    TextTemplate sentence(Occasion occasion, boolean withReason) {
        return Objects.requireNonNull((withReason ? because : plain).get(occasion));
    }

    /** The same where all of it takes too many letters. */
    TextTemplate brief(Occasion occasion) {
        return Objects.requireNonNull(brief.get(occasion));
    }

    TextTemplate count(long units) {
        return units == 1 ? countOfOne : countOfMany;
    }

    TextTemplate backInStock() {
        return backInStock;
    }

    /** How such texts are stopped: by an answer, or by a text to a number if there is one for it. */
    TextTemplate stop(@Nullable String number) {
        return number == null ? stopByAnswer : stopToNumber;
    }

    private static TextTemplate template(Properties bundle, String key) {
        return new TextTemplate(Objects.requireNonNull(bundle.getProperty(key), key));
    }

    private static Properties bundle(String path) {
        Properties bundle = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Phrasebook.class.getResourceAsStream(path), path), StandardCharsets.UTF_8)) {
            bundle.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundle;
    }
}
