package io.agizo.inventory;

import io.agizo.catalog.PriceList;
import io.agizo.catalog.PricedProduct;
import io.agizo.catalog.ProductId;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.shared.Ids;
import io.agizo.shared.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Compares the shelf with a list that says how many there are, and brings the books in line with it: for uploads. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CountStock {

    private final PriceList products;
    private final StockStore store;
    private final Stock stock;

    CountStock(PriceList products, StockStore store, Stock stock) {
        this.products = products;
        this.store = store;
        this.stock = stock;
    }

    /** The levels of those that exist, at this moment. */
    public Map<Sku, StockLevel> read(Collection<Sku> skus) {
        Map<Sku, PricedProduct> found = products.bySku(skus);
        return bySku(found, store.levels(ids(found)));
    }

    /** The same, locked until the transaction ends. */
    public Map<Sku, StockLevel> lock(Collection<Sku> skus) {
        Map<Sku, PricedProduct> found = products.bySku(skus);
        return bySku(found, stock.lock(ids(found)));
    }

    /**
     * Moves each level to so many units on hand, with an entry in the ledger where that changes anything. Levels must be
     * locked, and no number be below what is reserved. Needs {@code stock:write}.
     */
    public void set(Caller caller, Map<Sku, Integer> onHand, String reason) {
        caller.must(Permission.STOCK_WRITE);
        Map<Sku, PricedProduct> found = products.bySku(onHand.keySet());
        Map<ProductId, StockLevel> levels = stock.lock(ids(found));
        UUID cause = Ids.next();
        List<StockMovement> movements = new ArrayList<>();
        found.forEach((sku, product) -> {
            int counted = Objects.requireNonNull(onHand.get(sku));
            int delta =
                    counted - Objects.requireNonNull(levels.get(product.id())).onHand();
            if (delta != 0) {
                movements.add(new StockMovement(
                        product.id(), cause, "adjustment", delta, 0, null, reason, caller.signature()));
            }
        });
        stock.move(movements);
    }

    private static List<ProductId> ids(Map<Sku, PricedProduct> products) {
        return products.values().stream().map(PricedProduct::id).toList();
    }

    private static Map<Sku, StockLevel> bySku(Map<Sku, PricedProduct> products, Map<ProductId, StockLevel> levels) {
        Map<Sku, StockLevel> found = new HashMap<>();
        products.forEach((sku, product) -> {
            StockLevel level = levels.get(product.id());
            if (level != null) {
                found.put(sku, level);
            }
        });
        return found;
    }
}
