package io.agizo.catalog;

import io.agizo.shared.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names all that shoppers can find, in parts along the SKUs, for search engines that read the whole shop. */
@Component
public class SkusForSale {

    /** A sitemap may name 50,000, but a part is written whole and should stay below a megabyte. */
    private static final int MOST_IN_PART = 10_000;

    private final SkusForSaleStore store;

    SkusForSale(SkusForSaleStore store) {
        this.store = store;
    }

    /** Where each part begins but the first, which begins before every SKU. */
    public List<Sku> laterParts() {
        return store.laterParts(MOST_IN_PART);
    }

    /**
     * The SKUs of one part.
     *
     * @param from where it begins; null for the first part
     */
    public List<Sku> part(@Nullable Sku from) {
        return store.part(from, MOST_IN_PART);
    }
}
