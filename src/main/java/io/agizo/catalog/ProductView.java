package io.agizo.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.agizo.api.Versioned;
import io.agizo.shared.Money;
import io.agizo.shared.Sku;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A product as others see it, with what is left of it. */
public record ProductView(
        @JsonIgnore ProductId id,
        Sku sku,
        String name,
        String description,
        Money price,
        String currency,
        @Nullable String category,
        boolean visible,
        Stock stock,
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

    static ProductView of(Product product, int onHand, int reserved) {
        Offer offer = product.offer();
        return new ProductView(
                product.id(),
                offer.sku(),
                offer.name(),
                offer.description(),
                offer.price(),
                offer.price().currency().getCurrencyCode(),
                offer.category(),
                offer.visible(),
                new Stock(onHand, reserved, onHand - reserved),
                product.createdAt(),
                product.version());
    }

    /** The same product with nothing of its stock but what can still be ordered. */
    ProductView forShoppers() {
        Stock shown = new Stock(null, null, stock.available());
        return new ProductView(
                id, sku, name, description, price, currency, category, visible, shown, createdAt, version);
    }
}
