package io.agizo.catalog;

import io.agizo.shared.Sku;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Translates the ids that other modules keep into the SKUs that people see; asks for no permission. */
@Component
public class ProductNames {

    private final ProductStore store;

    ProductNames(ProductStore store) {
        this.store = store;
    }

    /** Archived products included. */
    public Map<ProductId, Sku> skus(Collection<ProductId> products) {
        return products.isEmpty() ? Map.of() : store.skus(products);
    }
}
