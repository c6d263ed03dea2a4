package io.agizo.catalog;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.agizo.shared.Sku;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names all that shoppers can find, in parts along the SKUs, for search engines that read the whole shop. */
@Component
public class SkusForSale {

    /** A sitemap may name 50,000, but a part is written whole and should stay below a megabyte. */
    private static final int MOST_IN_PART = 10_000;

    /** All products are numbered to find where parts begin; whoever reads them is told to keep them for as long. */
    private static final Duration PARTS_KEPT = Duration.ofHours(1);

    private final SkusForSaleStore store;
    private final LoadingCache<Integer, List<Sku>> laterParts;

    SkusForSale(SkusForSaleStore store, Clock clock) {
        this.store = store;
        this.laterParts = Caffeine.newBuilder()
                .maximumSize(1)
                .expireAfterWrite(PARTS_KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build(size -> List.copyOf(store.laterParts(size)));
    }

    /** Where each part begins but the first, which begins before every SKU; up to an hour old, and counted by one at a time. */
    public List<Sku> laterParts() {
        return laterParts.get(MOST_IN_PART);
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
