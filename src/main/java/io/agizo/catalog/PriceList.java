package io.agizo.catalog;

import io.agizo.queries.Query;
import io.agizo.shared.Sku;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Prices as they are at this moment, for those who sell; asks for no permission. */
@Component
public class PriceList {

    private final ProductStore store;

    PriceList(ProductStore store) {
        this.store = store;
    }

    /** Those of the products that exist and are not archived, hidden ones included. */
    public Map<Sku, PricedProduct> bySku(Collection<Sku> skus) {
        return store.prices(skus);
    }

    /** The same, to be asked together with other queries. */
    public Query<Map<Sku, PricedProduct>> queryBySku(Collection<Sku> skus) {
        return store.queryPrices(skus);
    }
}
