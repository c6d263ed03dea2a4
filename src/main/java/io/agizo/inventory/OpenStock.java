package io.agizo.inventory;

import io.agizo.catalog.OpeningStock;
import io.agizo.catalog.ProductId;
import io.agizo.catalog.UsualLowMark;
import io.agizo.identity.Caller;
import io.agizo.shared.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens the levels of new products for the catalogue, with what is on the shelf as the first entry of the ledger. */
@Component
class OpenStock implements OpeningStock {

    private final StockStore store;
    private final Stock stock;
    private final UsualLowMark usualLowMark;

    OpenStock(StockStore store, Stock stock, UsualLowMark usualLowMark) {
        this.store = store;
        this.stock = stock;
        this.usualLowMark = usualLowMark;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(Caller caller, Map<ProductId, Integer> unitsOnHand) {
        store.open(unitsOnHand.keySet(), usualLowMark.lowStockAt());
        UUID cause = Ids.next();
        List<StockMovement> openings = unitsOnHand.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new StockMovement(
                        entry.getKey(), cause, "opening", entry.getValue(), 0, null, null, caller.signature()))
                .toList();
        stock.move(openings);
    }
}
