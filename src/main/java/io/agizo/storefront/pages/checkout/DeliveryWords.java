package io.agizo.storefront.pages.checkout;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the shop says of payment and of how its goods are handed over, on the checkout and on the page of an order.
 *
 * @param delivery by language, {@code en} or {@code sw}; without any the shop says that it will be in touch
 */
@ConfigurationProperties("agizo.shop")
public record DeliveryWords(@DefaultValue Map<String, String> delivery) {

    /** In the language, or else in one that the shop has words in; null if it has none. */
    public @Nullable String in(String language) {
        String words = delivery.get(language);
        return words == null ? delivery.values().stream().findFirst().orElse(null) : words;
    }
}
