package io.agizo.catalog;

import io.agizo.api.Faults;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import io.agizo.shared.Money;
import io.agizo.shared.Shop;
import io.agizo.shared.Sku;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what is said about a product into an offer the shop can make, or tells all that is wrong with it. */
@Component
class ProductRules {

    private final Validator validator;
    private final Shop shop;

    ProductRules(Validator validator, Shop shop) {
        this.validator = validator;
        this.shop = shop;
    }

    Offer check(ProductDetails details) {
        List<Fault> faults = new ArrayList<>();
        validator.validate(details).forEach(violation -> faults.add(Faults.of(violation)));
        Money price = Money.zero(shop.currency());
        try {
            price = price(details.price());
        } catch (InvalidInput invalid) {
            faults.addAll(invalid.faults());
        }
        List<String> barcodes = List.of();
        try {
            barcodes = Barcode.all(details.barcodes());
        } catch (InvalidInput invalid) {
            faults.addAll(invalid.faults());
        }
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparing(Fault::pointer));
            throw new InvalidInput(faults);
        }
        return new Offer(
                new Sku(Objects.requireNonNull(details.sku())),
                Objects.requireNonNull(details.name()),
                Objects.requireNonNullElse(details.description(), ""),
                Objects.requireNonNullElse(details.translations(), Translations.NONE),
                price,
                details.category(),
                Objects.requireNonNullElse(details.visible(), true),
                barcodes,
                details.lowAt());
    }

    private Money price(@Nullable BigDecimal amount) {
        if (amount == null) {
            throw new InvalidInput("/price", "must be given");
        }
        return InvalidInput.at("/price", () -> new Money(amount, shop.currency()));
    }
}
