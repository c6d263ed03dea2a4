package io.agizo.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.ModuleContext;
import io.agizo.Together;
import io.agizo.catalog.PriceList;
import io.agizo.catalog.ProductId;
import io.agizo.shared.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.IllegalTransactionStateException;

class MovingStockModuleTests {

    private static final StockLevel EMPTY = new StockLevel(0, 0);

    @AutoClose
    private final ModuleContext shop = ModuleContext.of(Stock.class, PriceList.class);

    private final ProductId tea = product(100);
    private final ProductId sugar = product(5);

    @Test
    void movesManyProductsForManyOrdersAtOnce() {
        inTransaction(List.of(reserve(tea, 3), reserve(sugar, 5), reserve(tea, 4)));

        assertThat(levels())
                .containsOnly(Map.entry(tea, new StockLevel(100, 7)), Map.entry(sugar, new StockLevel(5, 5)));
        assertThat(ledger(tea)).isEqualTo(new StockLevel(100, 7));
    }

    @Test
    void leavesAProductWithoutALevelOut() {
        assertThat(lock(List.of(new ProductId(Ids.next()), tea))).containsOnlyKeys(tea);
    }

    @Test
    void theDatabaseRefusesToSellMoreThanThereIs() {
        assertThatThrownBy(() -> inTransaction(List.of(reserve(tea, 1), reserve(sugar, 6))))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(levels()).containsEntry(tea, new StockLevel(100, 0));
    }

    @Test
    void theDatabaseRefusesToBookACauseTwice() {
        StockMovement once = reserve(tea, 1);
        inTransaction(List.of(once));

        assertThatThrownBy(() -> inTransaction(List.of(once))).isInstanceOf(DuplicateKeyException.class);
        assertThat(levels()).containsEntry(tea, new StockLevel(100, 1));
    }

    @Test
    void refusesToMoveWhatHasNoLevel() {
        assertThatThrownBy(() -> inTransaction(List.of(reserve(new ProductId(Ids.next()), 1))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void wantsATransaction() {
        assertThatThrownBy(() -> shop.get(Stock.class).lock(List.of(tea)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void sellsNoUnitTwiceToThoseWhoPressAtOnce() {
        List<Boolean> sold = Together.run(
                40,
                () -> shop.transaction().execute(status -> {
                    Stock stock = shop.get(Stock.class);
                    List<ProductId> either = new ArrayList<>(List.of(tea, sugar));
                    boolean enough =
                            stock.lock(either).getOrDefault(sugar, EMPTY).available() > 0;
                    if (enough) {
                        stock.move(List.of(reserve(sugar, 1), reserve(tea, 1)));
                    }
                    return enough;
                }));

        assertThat(sold.stream().filter(each -> each)).hasSize(5);
        assertThat(levels())
                .containsOnly(Map.entry(tea, new StockLevel(100, 5)), Map.entry(sugar, new StockLevel(5, 5)));
    }

    private ProductId product(int onHand) {
        ProductId product = new ProductId(Ids.next());
        shop.sql()
                .sql("insert into stock_level (product_id, on_hand, reserved) values (?, 0, 0)")
                .param(product.value())
                .update();
        inTransaction(
                List.of(new StockMovement(product, Ids.next(), "opening", onHand, 0, null, null, "the shopkeeper")));
        return product;
    }

    private static StockMovement reserve(ProductId product, int units) {
        UUID order = Ids.next();
        return new StockMovement(product, order, "order-placed", 0, units, order, null, "Amina");
    }

    private void inTransaction(List<StockMovement> movements) {
        shop.transaction().executeWithoutResult(status -> shop.get(Stock.class).move(movements));
    }

    private Map<ProductId, StockLevel> levels() {
        return lock(List.of(tea, sugar));
    }

    private Map<ProductId, StockLevel> lock(List<ProductId> products) {
        return shop.transaction().execute(status -> shop.get(Stock.class).lock(products));
    }

    private StockLevel ledger(ProductId product) {
        return shop.sql()
                .sql("select sum(on_hand_delta), sum(reserved_delta) from stock_movement where product_id = ?")
                .param(product.value())
                .query((row, number) -> new StockLevel(row.getInt(1), row.getInt(2)))
                .single();
    }
}
