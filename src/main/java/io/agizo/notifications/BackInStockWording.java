package io.agizo.notifications;

import io.agizo.notifications.TextTemplate.Blank;
import io.agizo.shared.Shop;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Words the news that a product is back, with how to stop such texts, in one part where that can be. */
@Component
final class BackInStockWording {

    /** A name cut to less than this says too little; then it rather costs another part. */
    private static final int WORTH_READING = 12;

    private final Shop shop;
    private final StopSettings settings;
    private final Phrasebook english = new Phrasebook("en");
    private final Phrasebook swahili = new Phrasebook("sw");

    BackInStockWording(Shop shop, StopSettings settings) {
        this.shop = shop;
        this.settings = settings;
    }

    String of(String product, String link, String language) {
        Phrasebook phrases = language.equals("sw") ? swahili : english;
        String number = settings.stopTo();
        Map<Blank, String> values = new EnumMap<>(Blank.class);
        values.put(Blank.SHOP, PlainLetters.of(shop.name()));
        values.put(Blank.LINK, link);
        values.put(Blank.STOP, phrases.stop(number).fill(number == null ? Map.of() : Map.of(Blank.NUMBER, number)));
        String name = PlainLetters.of(product);
        String fitting = Wording.beginning(name, begun -> isOnePart(phrases, values, begun));
        values.put(Blank.PRODUCT, fitting.length() < WORTH_READING ? name : fitting);
        return phrases.backInStock().fill(values);
    }

    private static boolean isOnePart(Phrasebook phrases, Map<Blank, String> values, String product) {
        values.put(Blank.PRODUCT, product);
        return SmsLength.of(phrases.backInStock().fill(values)).parts() == 1;
    }
}
