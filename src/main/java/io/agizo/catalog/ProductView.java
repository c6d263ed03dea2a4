package io.agizo.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.agizo.api.Versioned;
import io.agizo.shared.Money;
import io.agizo.shared.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A product as others see it, with what is left of it.
 *
 * @param translations the name and the description in other languages
 * @param barcodes what scanners read from it; null for shoppers
 * @param lowAt its own number of available units at which it counts as low; null for the usual one, and for shoppers
 * @param availability whether enough is left; null for shoppers
 * @param images in their order; the first stands for the product on a card
 */
public record ProductView(
        @JsonIgnore ProductId id,
        Sku sku,
        String name,
        String description,
        Translations translations,
        Money price,
        String currency,
        @Nullable String category,
        boolean visible,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> barcodes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer lowAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Availability availability,
        Stock stock,
        List<ProductImage> images,
        Instant createdAt,
        @JsonIgnore int version)
        implements Versioned {

    /**
     * How many units there are.
     *
     * @param onHand units the shop holds; null for shoppers
     * @param reserved how many of these are promised to open orders; null for shoppers
     * @param available how many can still be ordered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stock(@Nullable Integer onHand, @Nullable Integer reserved, int available) {}

    /** What it is called to a reader of the language. */
    public String nameIn(String language) {
        return Objects.requireNonNullElse(translations.in(language).name(), name);
    }

    /** What there is to say about it to a reader of the language; may be empty. */
    public String descriptionIn(String language) {
        return Objects.requireNonNullElse(translations.in(language).description(), description);
    }

    /** What its category is called to a reader of the language; null if it has none. */
    public @Nullable String categoryIn(String language) {
        String translated = translations.in(language).category();
        return category != null && translated != null ? translated : category;
    }

    static ProductView of(Product product, int onHand, int reserved, UsualLowMark usual) {
        Offer offer = product.offer();
        return new ProductView(
                product.id(),
                offer.sku(),
                offer.name(),
                offer.description(),
                offer.translations(),
                offer.price(),
                offer.price().currency().getCurrencyCode(),
                offer.category(),
                offer.visible(),
                offer.barcodes(),
                offer.lowAt(),
                Availability.of(onHand - reserved, usual.of(offer.lowAt())),
                new Stock(onHand, reserved, onHand - reserved),
                KeptImage.shown(product),
                product.createdAt(),
                product.version());
    }

    /** The same product without barcodes, and with nothing of its stock but what can still be ordered. */
    ProductView forShoppers() {
        Stock shown = new Stock(null, null, stock.available());
        return new ProductView(
                id,
                sku,
                name,
                description,
                translations,
                price,
                currency,
                category,
                visible,
                null,
                null,
                null,
                shown,
                images,
                createdAt,
                version);
    }
}
