package io.agizo.inventory;

import io.agizo.api.Faults;
import io.agizo.catalog.PriceList;
import io.agizo.catalog.PricedProduct;
import io.agizo.catalog.ProductDetails;
import io.agizo.catalog.ProductId;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.shared.Conflict;
import io.agizo.shared.Ids;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import io.agizo.shared.NotFound;
import io.agizo.shared.Sku;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Books what came to the shelf or went from it other than by an order: deliveries, breakage, a count. */
@Component
public class AdjustStock {

    private final PriceList products;
    private final Stock stock;
    private final Validator validator;

    AdjustStock(PriceList products, Stock stock, Validator validator) {
        this.products = products;
        this.stock = stock;
        this.validator = validator;
    }

    /**
     * Changes the units on hand, never to below what is reserved, and tells the new level. Needs {@code stock:write}.
     */
    @Transactional
    public StockLevel adjust(Caller caller, Sku sku, StockAdjustment adjustment) {
        caller.must(Permission.STOCK_WRITE);
        check(adjustment);
        PricedProduct product = known(sku);
        StockLevel level = lock(product);
        StockLevel adjusted = new StockLevel(level.onHand() + adjustment.delta(), level.reserved());
        if (adjusted.available() < 0) {
            throw new Conflict(
                    "stock-reserved",
                    "Of %d on hand %d are reserved for orders, so at most %d can go."
                            .formatted(level.onHand(), level.reserved(), level.available()));
        }
        if (adjusted.onHand() > ProductDetails.MOST_ON_HAND) {
            throw new InvalidInput("/delta", "would bring more than " + ProductDetails.MOST_ON_HAND + " units on hand");
        }
        stock.move(List.of(movement(caller, product.id(), adjustment)));
        return adjusted;
    }

    /**
     * Brings the units on hand to what was counted on the shelf, never to below what is reserved, and tells the new level. The
     * ledger says so even where the books were right. Needs {@code stock:write}.
     *
     * @param reason in words; blank for none
     */
    @Transactional
    public StockLevel count(Caller caller, Sku sku, int counted, String reason) {
        caller.must(Permission.STOCK_WRITE);
        if (counted < 0 || counted > ProductDetails.MOST_ON_HAND) {
            throw new InvalidInput("/counted", "must be a whole number from 0 to " + ProductDetails.MOST_ON_HAND);
        }
        String why = reason.isBlank() ? null : checkedReason(reason);
        PricedProduct product = known(sku);
        StockLevel level = lock(product);
        if (counted < level.reserved()) {
            throw new Conflict(
                    "stock-reserved",
                    "So many as %d are reserved for orders, so %d cannot be all.".formatted(level.reserved(), counted));
        }
        stock.move(List.of(new StockMovement(
                product.id(), Ids.next(), "count", counted - level.onHand(), 0, null, why, caller.signature())));
        return new StockLevel(counted, level.reserved());
    }

    /** By the rules of a reason for an adjustment. */
    private @Nullable String checkedReason(String reason) {
        StockAdjustment told = new StockAdjustment(1, reason);
        check(told);
        return told.reason();
    }

    private PricedProduct known(Sku sku) {
        PricedProduct product = products.bySku(List.of(sku)).get(sku);
        if (product == null) {
            throw new NotFound("There is no product " + sku + ".");
        }
        return product;
    }

    private StockLevel lock(PricedProduct product) {
        return Objects.requireNonNull(stock.lock(List.of(product.id())).get(product.id()));
    }

    private void check(StockAdjustment adjustment) {
        List<Fault> faults = new ArrayList<>();
        validator.validate(adjustment).forEach(violation -> faults.add(Faults.of(violation)));
        if (adjustment.delta() == 0) {
            faults.add(new Fault("/delta", "must be the number of units that came, or went if below zero"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static StockMovement movement(Caller caller, ProductId product, StockAdjustment adjustment) {
        return new StockMovement(
                product,
                Ids.next(),
                "adjustment",
                adjustment.delta(),
                0,
                null,
                adjustment.reason(),
                caller.signature());
    }
}
