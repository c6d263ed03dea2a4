package io.agizo.catalog;

import static io.agizo.catalog.ProductFixtures.added;
import static io.agizo.catalog.ProductFixtures.details;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.PreparedPlans;
import io.agizo.TestDatabase;
import io.agizo.inventory.AdjustStock;
import io.agizo.notifications.SettableClock;
import io.agizo.shared.Sku;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(Lifecycle.PER_CLASS)
class SkusForSaleModuleTests {

    private final ModuleContext shop =
            ModuleContext.on(TestDatabase.fresh(), Products.class, SkusForSale.class, AdjustStock.class);
    private final SkusForSaleStore store = shop.get(SkusForSaleStore.class);

    @BeforeEach
    void emptyTheShelves() {
        shop.sql()
                .sql("truncate product, stock_level, stock_movement, product_availability, product_barcode")
                .update();
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1,A|B|C|D|E",
        "2,A B|C D|E",
        "3,A B C|D E",
        "4,A B C D|E",
        "5,A B C D E",
        "6,A B C D E",
    })
    void areEachInOnePart(int size, String parts) {
        for (String sku : List.of("E", "A", "D", "HIDDEN", "B", "C", "BYGONE")) {
            added(shop, details(sku, sku, "1", null, !sku.equals("HIDDEN"), 0));
        }
        shop.get(Products.class).archive(Callers.shopkeeper(), new Sku("BYGONE"), null);

        assertThat(String.join("|", parts(size))).isEqualTo(parts);
    }

    @Test
    void beginAfterAProductThatIsGone() {
        added(shop, details("A", "A", "1", null, true, 0));
        added(shop, details("C", "C", "1", null, true, 0));

        assertThat(store.part(new Sku("B"), 2)).containsExactly(new Sku("C"));
        assertThat(store.part(new Sku("D"), 2)).isEmpty();
    }

    @Test
    void areNoneInAnEmptyShop() {
        assertThat(store.laterParts(1)).isEmpty();
        assertThat(shop.get(SkusForSale.class).part(null)).isEmpty();
    }

    @Test
    void areNumberedOnceAnHour() {
        SettableClock clock = new SettableClock();
        SkusForSale goods = new SkusForSale(store, clock);
        assertThat(goods.laterParts()).isEmpty();
        fill(1, 30_000);
        clock.advance(Duration.ofMinutes(59));
        assertThat(goods.laterParts()).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        assertThat(goods.laterParts()).hasSize(1);
    }

    @Test
    void areReadAlongTheIndexOnceTheyArePrepared() {
        fill(1, 30_000);

        assertThat(store.laterParts(10_000)).hasSize(1);
        assertThat(PreparedPlans.rowsReadWithoutIndex(shop, "product", () -> store.part(new Sku("SKU-20"), 100)))
                .isZero();
    }

    private void fill(int from, int to) {
        shop.sql().sql("""
                insert into product (id, sku, name, description, price, visible, version, created_at)
                select gen_random_uuid(), 'SKU-' || i, 'Number ' || i, '', 1, i % 3 > 0, 1, '2026-11-22T09:00:00Z'
                  from generate_series(?::int, ?::int) as i
                """).params(from, to).update();
        shop.sql().sql("analyze product").update();
    }

    private List<String> parts(int size) {
        List<@Nullable Sku> begins = new ArrayList<>();
        begins.add(null);
        begins.addAll(store.laterParts(size));
        return begins.stream()
                .map(from -> String.join(
                        " ", store.part(from, size).stream().map(Sku::value).toList()))
                .toList();
    }
}
