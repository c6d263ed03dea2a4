package io.agizo.inventory;

import static io.agizo.catalog.ProductFixtures.added;
import static io.agizo.catalog.ProductFixtures.tea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.catalog.ProductView;
import io.agizo.catalog.Products;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.shared.Conflict;
import io.agizo.shared.Ids;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.Sku;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CountingStockModuleTests {

    private static final Caller CLERK = Callers.with(Permission.STOCK_WRITE);
    private static final Sku TEA = new Sku("TEA-500");

    @AutoClose
    private final ModuleContext shop = ModuleContext.of(AdjustStock.class, Products.class);

    private final AdjustStock stock = shop.get(AdjustStock.class);
    private final ProductView tea = added(shop, tea());

    @Test
    void bringsTheBooksInLineWithTheShelfAndSaysThatItWasCounted() {
        assertThat(stock.count(CLERK, TEA, 97, " ")).isEqualTo(new StockLevel(97, 0));
        assertThat(stock.count(CLERK, TEA, 97, "once more")).isEqualTo(new StockLevel(97, 0));

        assertThat(shop.sql().sql("""
                                select on_hand_delta || ' ' || coalesce(reason, '-') from stock_movement
                                where kind = 'count' order by cause_id
                                """).query(String.class).list()).containsExactly("-3 -", "0 once more");
    }

    @Test
    void countsNoFewerThanArePromised() {
        reserve(60, Ids.next());

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> stock.count(CLERK, TEA, 59, ""))
                .satisfies(conflict -> assertThat(conflict.type()).isEqualTo("stock-reserved"));
        assertThat(stock.count(CLERK, TEA, 60, "")).isEqualTo(new StockLevel(60, 60));
    }

    @Test
    void refusesWhatNobodyCanCount() {
        assertThatThrownBy(() -> stock.count(CLERK, TEA, -1, "")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> stock.count(CLERK, TEA, 1_000_000_001, "")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> stock.count(CLERK, TEA, 1, "x".repeat(201))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> stock.count(CLERK, new Sku("NONE"), 1, "")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> stock.count(Callers.with(Permission.PRODUCTS_WRITE), TEA, 1, ""))
                .isInstanceOf(PermissionDenied.class);
    }

    @Test
    void knowsHowManyOpenOrdersHoldAProduct() {
        ReadLedger ledger = shop.get(ReadLedger.class);
        assertThat(ledger.openOrders(Callers.shopkeeper(), TEA)).isZero();
        UUID first = Ids.next();
        reserve(2, first);
        reserve(3, Ids.next());
        assertThat(ledger.openOrders(Callers.shopkeeper(), TEA)).isEqualTo(2);

        reserve(-2, first);
        assertThat(ledger.openOrders(Callers.shopkeeper(), TEA)).isEqualTo(1);
        assertThatThrownBy(() -> ledger.openOrders(CLERK, TEA)).isInstanceOf(PermissionDenied.class);
    }

    private void reserve(int units, UUID order) {
        shop.transaction().executeWithoutResult(status -> {
            Stock books = shop.get(Stock.class);
            books.lock(List.of(tea.id()));
            books.move(List.of(new StockMovement(tea.id(), Ids.next(), "order", 0, units, order, null, "Juma")));
        });
    }
}
