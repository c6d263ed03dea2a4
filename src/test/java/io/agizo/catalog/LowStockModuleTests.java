package io.agizo.catalog;

import static io.agizo.catalog.ProductFixtures.added;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.TestDatabase;
import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import io.agizo.identity.NotSignedIn;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.inventory.AdjustStock;
import io.agizo.inventory.StockAdjustment;
import io.agizo.shared.AmountRange;
import io.agizo.shared.Sku;
import java.math.BigDecimal;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(Lifecycle.PER_CLASS)
class LowStockModuleTests {

    private static final Caller SHOPKEEPER = Callers.shopkeeper();

    private final DataSource database = TestDatabase.fresh();
    private final ModuleContext shop = ModuleContext.on(database, Products.class, AdjustStock.class);

    private final Products products = shop.get(Products.class);

    @BeforeEach
    void fillTheShelves() {
        shop.sql()
                .sql("truncate product, stock_level, stock_movement, product_availability, product_barcode")
                .update();
        add("PLENTY", 6, null);
        add("LOW", 5, null);
        add("OWN", 6, 20);
        add("NEVER", 1, 0);
        add("OUT", 0, null);
        add("OUT-NEVER", 0, 0);
        products.change(SHOPKEEPER, new Sku("PLENTY"), null, same -> same);
        add("HIDDEN", 0, null);
        products.change(SHOPKEEPER, new Sku("HIDDEN"), null, product -> details("HIDDEN", null, false, null));
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({"available,NEVER PLENTY", "low,LOW OWN", "out,OUT OUT-NEVER"})
    void areListedByWhatIsLeft(String availability, String skus) {
        for (ProductSort sort : ProductSort.values()) {
            assertThat(skus(Availability.of(availability), sort, null))
                    .as(sort.word())
                    .containsExactlyInAnyOrder(skus.split(" "));
            assertThat(skus(Availability.of(availability), sort, "Shelf"))
                    .as(sort.word())
                    .containsExactlyInAnyOrder(skus.split(" "));
        }
        assertThat(skus.split(" "))
                .allSatisfy(
                        sku -> assertThat(products.get(SHOPKEEPER, new Sku(sku)).availability())
                                .isEqualTo(Availability.of(availability)));
    }

    @Test
    void changeTheirListWhenTheyPassTheirMark() {
        adjust("PLENTY", -1);
        adjust("LOW", 1);
        adjust("OUT", 100);
        adjust("OUT-NEVER", 1);
        adjust("OWN", -6);

        assertThat(skus(Availability.LOW, ProductSort.NAME, null)).containsExactly("PLENTY");
        assertThat(skus(Availability.OUT, ProductSort.NAME, null)).containsExactly("OWN");
        assertThat(skus(Availability.AVAILABLE, ProductSort.NAME, null))
                .containsExactly("LOW", "NEVER", "OUT", "OUT-NEVER");
    }

    @Test
    void changeTheirListWhenTheirMarkMoves() {
        mark("PLENTY", 6);
        mark("LOW", 4);
        mark("OWN", null);
        mark("NEVER", null);
        mark("OUT", 0);

        assertThat(skus(Availability.LOW, ProductSort.NAME, null)).containsExactly("NEVER", "PLENTY");
        assertThat(skus(Availability.OUT, ProductSort.NAME, null)).containsExactly("OUT", "OUT-NEVER");
        assertThat(skus(Availability.AVAILABLE, ProductSort.NAME, null)).containsExactly("LOW", "OWN");
    }

    /** The row of the lists is written anew only when the product changes its list. */
    @Test
    void costNothingBetweenTheMarks() {
        String before = written();
        adjust("PLENTY", 100);
        adjust("LOW", -1);

        assertThat(written()).isEqualTo(before);
        assertThat(shop.sql()
                        .sql("select count(*) from pg_index where indrelid = 'stock_level'::regclass")
                        .query(Integer.class)
                        .single())
                .as("an index on more than the id would end the cheap updates of levels")
                .isEqualTo(1);
    }

    @Test
    void followTheShopsUsualNumberWhenItIsSetAnew() {
        System.setProperty("agizo.shop.low-stock-at", "6");
        try (ModuleContext again = ModuleContext.on(database, Products.class, AdjustStock.class)) {
            assertThat(skus(again, Availability.LOW, ProductSort.NAME, null)).containsExactly("LOW", "OWN", "PLENTY");
            assertThat(added(again, details("NEW", null, true, 6)).availability())
                    .isEqualTo(Availability.LOW);
            assertThat(skus(again, Availability.LOW, ProductSort.NAME, null)).contains("NEW");
        } finally {
            System.clearProperty("agizo.shop.low-stock-at");
        }
        ModuleContext.on(database, Products.class, AdjustStock.class).close();
        assertThat(skus(Availability.LOW, ProductSort.NAME, null)).containsExactly("LOW", "OWN");
    }

    @Test
    void areToldTheWorstFirst() {
        adjust("LOW", -3);
        LowStock.Shortage shortage = shop.get(LowStock.class).list(SHOPKEEPER, 3);

        assertThat(shortage.worst())
                .extracting(product -> product.sku().value())
                .containsExactly("OUT-NEVER", "OUT", "LOW");
        assertThat(shortage.out()).isEqualTo(2);
        assertThat(shortage.low()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Permission.class,
            names = {"PRODUCTS_WRITE", "STOCK_WRITE", "ORDERS_READ"})
    void areToldToThoseBehindTheCounter(Permission permission) {
        LowStock lowStock = shop.get(LowStock.class);

        assertThat(lowStock.list(Callers.with(permission), 10).worst()).hasSize(4);
        assertThatThrownBy(() -> lowStock.list(Callers.with(Permission.REPORTS_READ), 10))
                .isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> lowStock.list(Caller.anyone(), 10)).isInstanceOf(NotSignedIn.class);
    }

    private void add(String sku, int onHand, @Nullable Integer lowAt) {
        added(shop, details(sku, lowAt, true, onHand));
    }

    private static ProductDetails details(
            String sku, @Nullable Integer lowAt, boolean visible, @Nullable Integer onHand) {
        return new ProductDetails(sku, sku, null, BigDecimal.ONE, "Shelf", visible, onHand, null, lowAt, null);
    }

    private void adjust(String sku, int delta) {
        shop.get(AdjustStock.class).adjust(SHOPKEEPER, new Sku(sku), new StockAdjustment(delta, "test"));
    }

    private void mark(String sku, @Nullable Integer lowAt) {
        products.change(SHOPKEEPER, new Sku(sku), null, same -> details(sku, lowAt, true, null));
    }

    private String written() {
        return shop.sql()
                .sql("select string_agg(xmin::text, ' ' order by id) from product_availability")
                .query(String.class)
                .single();
    }

    private List<String> skus(@Nullable Availability availability, ProductSort sort, @Nullable String category) {
        return skus(shop, availability, sort, category);
    }

    private static List<String> skus(
            ModuleContext shop, @Nullable Availability availability, ProductSort sort, @Nullable String category) {
        return shop
                .get(Products.class)
                .list(
                        SHOPKEEPER,
                        new ProductFilter(null, category, AmountRange.ANY, null, true, availability, null),
                        sort,
                        new PageRequest(20, null))
                .items()
                .stream()
                .map(product -> product.sku().value())
                .toList();
    }
}
