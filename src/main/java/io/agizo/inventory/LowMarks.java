package io.agizo.inventory;

import io.agizo.catalog.LowMark;
import io.agizo.catalog.ProductId;
import io.agizo.catalog.UsualLowMark;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps beside each level how few units make the product low, and follows the shop's usual number when that is set anew. */
@Component
class LowMarks implements LowMark, SmartInitializingSingleton {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final StockStore stock;
    private final LowMarkStore store;
    private final UsualLowMark usual;

    LowMarks(StockStore stock, LowMarkStore store, UsualLowMark usual) {
        this.stock = stock;
        this.store = store;
        this.usual = usual;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(ProductId product) {
        stock.lock(List.of(product));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void set(ProductId product, @Nullable Integer lowAt) {
        store.set(product, lowAt == null ? usual.lowStockAt() : lowAt);
    }

    /** Batch by batch, so that no order waits long; a start that breaks off is taken up by the next. */
    @Override
    public void afterSingletonsInstantiated() {
        if (store.usual() == usual.lowStockAt()) {
            return;
        }
        Optional<UUID> last = Optional.of(BEFORE_ALL);
        while (last.isPresent()) {
            last = store.follow(usual.lowStockAt(), last.get());
        }
        store.setUsual(usual.lowStockAt());
    }
}
