package io.agizo.inventory;

import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.catalog.PriceList;
import io.agizo.catalog.PricedProduct;
import io.agizo.catalog.ProductId;
import io.agizo.catalog.ProductNames;
import io.agizo.identity.Caller;
import io.agizo.identity.NamesOfPeople;
import io.agizo.identity.Permission;
import io.agizo.identity.Signatures;
import io.agizo.inventory.LedgerStore.OffTheLedger;
import io.agizo.shared.NotFound;
import io.agizo.shared.Sku;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the stock ledger, and checks the levels against it. */
@Component
public class ReadLedger {

    /** More tell nobody more about what is wrong. */
    private static final int MOST_DIFFERENCES = 100;

    private final PriceList products;
    private final ProductNames names;
    private final LedgerStore store;
    private final NamesOfPeople people;

    ReadLedger(PriceList products, ProductNames names, LedgerStore store, NamesOfPeople people) {
        this.products = products;
        this.names = names;
        this.store = store;
        this.people = people;
    }

    /** The movements of a product, the newest first. Needs {@code stock:write}. */
    @Transactional(readOnly = true)
    public Page<MovementView> movements(Caller caller, Sku sku, PageRequest request) {
        caller.must(Permission.STOCK_WRITE);
        PricedProduct product = products.bySku(List.of(sku)).get(sku);
        if (product == null) {
            throw new NotFound("There is no product " + sku + ".");
        }
        List<MovementView> movements = store.movements(product.id(), request.afterId(), request.fetch());
        Signatures signatures = Signatures.read(people, movements.stream().map(MovementView::by));
        return request.page(
                movements.stream()
                        .map(movement -> movement.by(signatures.shown(movement.by())))
                        .toList(),
                movement -> List.of(movement.causeId().toString()));
    }

    /** How many open orders hold units of the product. Needs {@code products:write}, whose holders may remove it. */
    @Transactional(readOnly = true)
    public int openOrders(Caller caller, Sku sku) {
        caller.must(Permission.PRODUCTS_WRITE);
        PricedProduct product = products.bySku(List.of(sku)).get(sku);
        return product == null ? 0 : store.openOrders(product.id());
    }

    /**
     * Adds up the whole ledger and compares it with the levels, at one moment; it reads every movement there ever was.
     * Needs {@code reports:read}.
     */
    @Transactional(readOnly = true)
    public StockAudit audit(Caller caller) {
        caller.must(Permission.REPORTS_READ);
        List<OffTheLedger> off = store.offTheLedger(MOST_DIFFERENCES);
        Map<ProductId, Sku> skus =
                names.skus(off.stream().map(OffTheLedger::product).toList());
        return new StockAudit(
                store.levels(),
                off.stream()
                        .map(each -> each.named(Objects.requireNonNull(skus.get(each.product()))))
                        .toList());
    }
}
