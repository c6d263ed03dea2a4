package io.agizo.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.ModuleContext;
import io.agizo.catalog.PriceList;
import io.agizo.catalog.ProductId;
import io.agizo.shared.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.springframework.dao.DataIntegrityViolationException;

class StockLedgerPropertyTests {

    private static final ModuleContext SHOP = ModuleContext.of(Stock.class, PriceList.class);

    /** Units that come or go, and units that are promised or freed, of one of three products. */
    record Step(int product, int onHandDelta, int reservedDelta) {}

    @AfterContainer
    static void close() {
        SHOP.close();
    }

    @Property(tries = 60)
    void theLedgerAddsUpToTheLevelWhateverIsTried(@ForAll("batches") List<List<Step>> batches) {
        List<ProductId> products = List.of(opened(), opened(), opened());

        for (List<Step> batch : batches) {
            Map<ProductId, StockLevel> before = levels(products);
            boolean possible = possible(products, before, batch);

            assertThat(moved(products, batch)).isEqualTo(possible);
            if (!possible) {
                assertThat(levels(products)).isEqualTo(before);
            }
            assertThat(levels(products)).isEqualTo(ledger(products)).allSatisfy((product, level) -> {
                assertThat(level.available()).isNotNegative();
                assertThat(level.reserved()).isNotNegative();
            });
        }
    }

    @Provide
    Arbitrary<List<List<Step>>> batches() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(-8, 12),
                        Arbitraries.integers().between(-6, 6))
                .as(Step::new);
        return step.list().ofMinSize(1).ofMaxSize(5).list().ofMaxSize(12);
    }

    private static boolean possible(List<ProductId> products, Map<ProductId, StockLevel> before, List<Step> batch) {
        for (int i = 0; i < products.size(); i++) {
            int product = i;
            StockLevel level = Objects.requireNonNull(before.get(products.get(i)));
            List<Step> steps =
                    batch.stream().filter(step -> step.product() == product).toList();
            int onHand =
                    level.onHand() + steps.stream().mapToInt(Step::onHandDelta).sum();
            int reserved = level.reserved()
                    + steps.stream().mapToInt(Step::reservedDelta).sum();
            if (reserved < 0 || onHand < reserved) {
                return false;
            }
        }
        return true;
    }

    private static boolean moved(List<ProductId> products, List<Step> batch) {
        List<StockMovement> movements = new ArrayList<>();
        for (Step step : batch) {
            movements.add(new StockMovement(
                    products.get(step.product()),
                    Ids.next(),
                    "test",
                    step.onHandDelta(),
                    step.reservedDelta(),
                    null,
                    null,
                    "Amina"));
        }
        try {
            SHOP.transaction()
                    .executeWithoutResult(status -> SHOP.get(Stock.class).move(movements));
            return true;
        } catch (DataIntegrityViolationException refused) {
            return false;
        }
    }

    private static ProductId opened() {
        ProductId product = new ProductId(Ids.next());
        SHOP.get(StockStore.class).open(List.of(product), 0);
        return product;
    }

    private static Map<ProductId, StockLevel> levels(List<ProductId> products) {
        return Objects.requireNonNull(
                SHOP.transaction().execute(status -> SHOP.get(Stock.class).lock(products)));
    }

    private static Map<ProductId, StockLevel> ledger(List<ProductId> products) {
        Map<ProductId, StockLevel> sums = new HashMap<>();
        for (ProductId product : products) {
            SHOP.sql()
                    .sql("""
                            select coalesce(sum(on_hand_delta), 0), coalesce(sum(reserved_delta), 0)
                              from stock_movement where product_id = ?
                            """)
                    .param(product.value())
                    .query((row, number) -> sums.put(product, new StockLevel(row.getInt(1), row.getInt(2))))
                    .list();
        }
        return sums;
    }
}
