package io.agizo.inventory;

import io.agizo.shared.Sku;
import java.util.List;

/**
 * What came of recomputing the levels from the ledger.
 *
 * @param checked how many products have a level
 * @param differences products whose ledger does not add up to their level, the first of them: there must never be one
 */
public record StockAudit(long checked, List<Difference> differences) {

    /** A product whose level is not what its ledger says. */
    public record Difference(Sku sku, long onHand, long reserved, long ledgerOnHand, long ledgerReserved) {}
}
