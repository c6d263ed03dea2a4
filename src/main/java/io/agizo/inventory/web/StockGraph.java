package io.agizo.inventory.web;

import io.agizo.api.IdempotencyKey;
import io.agizo.api.PageRequest;
import io.agizo.api.graphql.Connection;
import io.agizo.api.graphql.MutationResult;
import io.agizo.api.graphql.Mutations;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.inventory.AdjustStock;
import io.agizo.inventory.MovementView;
import io.agizo.inventory.ReadLedger;
import io.agizo.inventory.StockAudit;
import io.agizo.inventory.StockLevel;
import io.agizo.shared.NotFound;
import io.agizo.shared.Sku;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Stock over GraphQL. */
@Controller
class StockGraph {

    private final AdjustStock adjustStock;
    private final ReadLedger ledger;
    private final Mutations mutations;

    StockGraph(AdjustStock adjustStock, ReadLedger ledger, Mutations mutations) {
        this.adjustStock = adjustStock;
        this.ledger = ledger;
        this.mutations = mutations;
    }

    record StockAdjusted(String sku, Levels stock) implements MutationResult {}

    record Levels(int onHand, int reserved, int available) {}

    @QueryMapping
    Connection<MovementView> movements(Caller caller, @Argument String sku, PageRequest page) {
        return Connection.of(ledger.movements(caller, known(sku), page));
    }

    @QueryMapping
    StockAudit stockAudit(Caller caller) {
        return ledger.audit(caller);
    }

    @MutationMapping
    MutationResult adjustStock(
            Caller caller, @Argument String sku, @Argument AdjustmentBody input, @Nullable IdempotencyKey key) {
        return mutations.once(caller, Permission.STOCK_WRITE, key, StockAdjusted.class, () -> {
            StockLevel level = input.book(adjustStock, caller, known(sku));
            return new StockAdjusted(sku, new Levels(level.onHand(), level.reserved(), level.available()));
        });
    }

    private static Sku known(String sku) {
        return Sku.ifValid(sku).orElseThrow(() -> new NotFound("No product has such an SKU."));
    }
}
