package io.agizo.inventory;

import io.agizo.catalog.ProductId;
import io.agizo.live.Change;
import io.agizo.live.Live;
import io.agizo.live.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one way to move stock: lock, decide, move, within the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Stock {

    private final StockStore store;
    private final Live live;

    Stock(StockStore store, Live live) {
        this.store = store;
        this.live = live;
    }

    /**
     * Reads the levels and locks them until the transaction ends, always in the same order so that no two wait for each
     * other. Products without a level are left out.
     */
    public Map<ProductId, StockLevel> lock(Collection<ProductId> products) {
        return products.isEmpty() ? Map.of() : store.lock(products);
    }

    /**
     * Writes each movement to the ledger and into the level, in one statement however many; levels must be locked.
     * Booking a cause twice for a product, or more than there is, fails in the database.
     */
    public void move(List<StockMovement> movements) {
        if (!movements.isEmpty()) {
            store.move(movements);
            live.announce(movements.stream()
                    .map(movement -> movement.productId().value().toString())
                    .distinct()
                    .map(product -> new Change(Topic.STOCK, product, "moved", null))
                    .toList());
        }
    }
}
