package io.agizo.inventory;

import static io.agizo.catalog.ProductFixtures.added;
import static io.agizo.catalog.ProductFixtures.details;
import static io.agizo.catalog.ProductFixtures.tea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.Together;
import io.agizo.catalog.ProductId;
import io.agizo.catalog.ProductView;
import io.agizo.catalog.Products;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.shared.Conflict;
import io.agizo.shared.Ids;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import io.agizo.shared.NotFound;
import io.agizo.shared.Sku;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AdjustingStockModuleTests {

    private static final Caller CLERK = Callers.with(Permission.STOCK_WRITE);
    private static final Sku TEA = new Sku("TEA-500");

    @AutoClose
    private final ModuleContext shop = ModuleContext.of(AdjustStock.class, Products.class);

    private final ProductView tea = added(shop, tea());

    @Test
    void changesTheLevelAndTellsTheLedgerWhoAndWhy() {
        assertThat(adjust(10, " delivery ")).isEqualTo(new StockLevel(110, 0));
        assertThat(adjust(-30, "breakage")).isEqualTo(new StockLevel(80, 0));

        assertThat(shop.sql().sql("""
                                select on_hand_delta || ' ' || reason || ' ' || moved_by from stock_movement
                                where kind = 'adjustment' order by moved_at
                                """).query(String.class).list())
                .containsExactly("10 delivery Juma", "-30 breakage Juma");
    }

    @Test
    void takesNothingThatIsPromised() {
        reserve(tea.id(), 60);

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> adjust(-41, "breakage"))
                .withMessage("Of 100 on hand 60 are reserved for orders, so at most 40 can go.")
                .satisfies(conflict -> assertThat(conflict.type()).isEqualTo("stock-reserved"));
        assertThat(adjust(-40, "breakage")).isEqualTo(new StockLevel(60, 60));
    }

    @Test
    void letsOnlyAsManyTakeFromTheShelfAtOnceAsThereIs() {
        reserve(tea.id(), 60);

        List<Boolean> taken = Together.run(10, () -> {
            try {
                adjust(-15, "breakage");
                return true;
            } catch (Conflict promised) {
                return false;
            }
        });

        assertThat(taken.stream().filter(each -> each)).hasSize(2);
        assertThat(adjust(1, "count")).isEqualTo(new StockLevel(71, 60));
    }

    @Test
    void addsUpWhatManyBookAtOnce() {
        Together.run(20, () -> adjust(1, "delivery"));

        assertThat(adjust(-1, "breakage")).isEqualTo(new StockLevel(119, 0));
    }

    @Test
    void refusesMoreThanAShelfHolds() {
        added(shop, details("SAND", "Sand", "1", null, null, 999_999_999));

        assertThat(shop.get(AdjustStock.class).adjust(CLERK, new Sku("SAND"), new StockAdjustment(1, "delivery")))
                .isEqualTo(new StockLevel(1_000_000_000, 0));
        assertThatThrownBy(() ->
                        shop.get(AdjustStock.class).adjust(CLERK, new Sku("SAND"), new StockAdjustment(1, "delivery")))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        assertThat(faults(0, null)).containsOnly("/delta", "/reason");
        assertThat(faults(1_000_001, "x".repeat(201))).containsOnly("/delta", "/reason");
        assertThat(faults(-1_000_001, "two\nlines")).containsOnly("/delta", "/reason");
    }

    @Test
    void findsNoProductThatIsNotInTheCatalogue() {
        shop.get(Products.class).archive(Callers.shopkeeper(), TEA, null);

        assertThatThrownBy(() -> adjust(1, "delivery")).isInstanceOf(NotFound.class);
    }

    @Test
    void needsThePermission() {
        assertThatThrownBy(() -> shop.get(AdjustStock.class)
                        .adjust(Callers.with(Permission.PRODUCTS_WRITE), TEA, new StockAdjustment(1, "delivery")))
                .isInstanceOf(PermissionDenied.class);
    }

    private StockLevel adjust(int delta, String reason) {
        return shop.get(AdjustStock.class).adjust(CLERK, TEA, new StockAdjustment(delta, reason));
    }

    private List<String> faults(int delta, @Nullable String reason) {
        try {
            adjust(delta, reason);
            return List.of();
        } catch (InvalidInput invalid) {
            return invalid.faults().stream().map(Fault::pointer).toList();
        }
    }

    private void reserve(ProductId product, int units) {
        UUID order = Ids.next();
        shop.transaction()
                .executeWithoutResult(status -> shop.get(Stock.class)
                        .move(List.of(
                                new StockMovement(product, order, "order-placed", 0, units, order, null, "Amina"))));
    }
}
