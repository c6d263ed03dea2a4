package io.agizo.branding;

import io.agizo.shared.Brand.Words;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What holds of the shop's name and words until the office says otherwise.
 *
 * @param name The name of the shop, as customers read it in texts and on pages.
 * @param delivery What is said of payment and of how the goods get to the shopper, by language, en or sw.
 */
@Validated
@ConfigurationProperties("agizo.shop")
record UsualBrand(
        @Nullable @Size(min = 1, max = LookDetails.LONGEST_NAME) String name,

        @DefaultValue Map<String, String> delivery) {

    Words deliveryWords() {
        return new Words(delivery.get("en"), delivery.get("sw"));
    }
}
