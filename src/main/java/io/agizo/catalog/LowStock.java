package io.agizo.catalog;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells what shoppers can no longer order, or soon cannot, for those who order more of it. */
@Component
public class LowStock {

    private final LowStockStore store;

    LowStock(LowStockStore store) {
        this.store = store;
    }

    /**
     * What ran low or out.
     *
     * @param worst visible products: what is sold out, the newest first; then what is low, the least left first
     * @param out how many are sold out, at most {@link #MOST_COUNTED}
     * @param low how many are low, at most {@link #MOST_COUNTED}
     */
    public record Shortage(List<ProductView> worst, int out, int low) {}

    /** Nobody orders by hand more than that many; so counting takes no longer than a page. */
    public static final int MOST_COUNTED = 1_000;

    /** Those who work with products, stock or orders may see it. */
    public Shortage list(Caller caller, int most) {
        if (!Products.behindTheCounter(caller)) {
            caller.must(Permission.STOCK_WRITE);
        }
        return store.read(most, MOST_COUNTED);
    }
}
