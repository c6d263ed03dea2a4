package io.agizo.catalog;

import static io.agizo.catalog.ProductFixtures.added;
import static io.agizo.catalog.ProductFixtures.details;
import static io.agizo.catalog.ProductFixtures.tea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.TestDatabase;
import io.agizo.Together;
import io.agizo.WatchedDatabase;
import io.agizo.catalog.ProductView.Stock;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.inventory.AdjustStock;
import io.agizo.shared.InvalidInput.Fault;
import io.agizo.shared.RowOutcome;
import io.agizo.shared.RowOutcome.Created;
import io.agizo.shared.RowOutcome.Refused;
import io.agizo.shared.RowOutcome.Unchanged;
import io.agizo.shared.RowOutcome.Updated;
import io.agizo.shared.Sku;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class UploadedProductsModuleTests {

    private final WatchedDatabase database = new WatchedDatabase(TestDatabase.fresh());

    @AutoClose
    private final ModuleContext shop = ModuleContext.on(database, UpsertProducts.class, AdjustStock.class);

    @Test
    void addsThoseThatAreNewWithTheirStock() {
        assertThat(upsert(tea(), details("SUGAR", "Sugar", "150", null, false, null)))
                .containsExactly(new Created(), new Created());

        assertThat(product("TEA-500").stock()).isEqualTo(new Stock(100, 0, 100));
        assertThat(product("SUGAR").stock()).isEqualTo(new Stock(0, 0, 0));
        assertThat(product("SUGAR").visible()).isFalse();
    }

    @Test
    void changesNothingTheSecondTime() {
        upsert(tea());
        ProductView before = product("TEA-500");

        assertThat(upsert(tea())).containsExactly(new Unchanged());
        assertThat(product("TEA-500")).isEqualTo(before);
    }

    @Test
    void changesWhatARowSaysAndNeverTheStock() {
        upsert(tea());

        assertThat(upsert(details("TEA-500", null, "480", null, null, 7))).containsExactly(new Updated());

        ProductView tea = product("TEA-500");
        assertThat(tea.name()).isEqualTo("Kericho tea 500 g");
        assertThat(tea.price().plain()).isEqualTo("480.00");
        assertThat(tea.category()).isEqualTo("Groceries");
        assertThat(tea.stock()).isEqualTo(new Stock(100, 0, 100));
        assertThat(tea.version()).isEqualTo(2);
    }

    @Test
    void refusesABadRowAndTakesItsNeighbours() {
        List<RowOutcome> outcomes = upsert(
                tea(),
                details("a b", "Nameless", "1.234", null, null, -1),
                details(null, null, null, null, null, null));

        assertThat(outcomes.get(0)).isEqualTo(new Created());
        assertThat(faults(outcomes.get(1))).containsOnlyKeys("/sku", "/price", "/stock");
        assertThat(faults(outcomes.get(2))).containsOnlyKeys("/sku", "/name", "/price");
    }

    @Test
    void takesRowsWithOneSkuOneAfterTheOther() {
        assertThat(upsert(
                        tea(),
                        details("TEA-500", null, "480", null, null, null),
                        details("TEA-500", null, "480", null, null, 3)))
                .containsExactly(new Created(), new Updated(), new Unchanged());
        assertThat(product("TEA-500").price().plain()).isEqualTo("480.00");
        assertThat(product("TEA-500").stock()).isEqualTo(new Stock(100, 0, 100));
    }

    @Test
    void asksAsOftenForAThousandRowsAsForOne() {
        int forOne = database.statementsOf(() -> upsert(tea()));

        assertThat(database.statementsOf(() -> upsert(list(1_000)))).isEqualTo(forOne);
        assertThat(product("SKU-999").stock()).isEqualTo(new Stock(999, 0, 999));
    }

    @Test
    void addsEachOnceWhenOneListComesTwiceAtOnce() {
        List<List<RowOutcome>> outcomes = Together.run(4, () -> {
            List<ProductDetails> shuffled = new ArrayList<>(List.of(list(200)));
            Collections.shuffle(shuffled);
            return shop.get(UpsertProducts.class).upsert(Callers.shopkeeper(), shuffled);
        });

        Map<RowOutcome, Long> counts = outcomes.stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(outcome -> outcome, Collectors.counting()));
        assertThat(counts).containsOnly(Map.entry(new Created(), 200L), Map.entry(new Unchanged(), 600L));
    }

    @Test
    void refusesTheRowWhoseSkuIsGivenAwayMeanwhile() {
        CompletableFuture<List<RowOutcome>> upload = shop.transaction().execute(adding -> {
            added(shop, tea());
            CompletableFuture<List<RowOutcome>> waiting =
                    CompletableFuture.supplyAsync(() -> upsert(tea(), details("SUGAR", "Sugar", "1", null, null, 5)));
            await().until(this::somebodyWaits);
            return waiting;
        });

        List<RowOutcome> outcomes = upload.join();
        assertThat(faults(outcomes.get(0))).containsOnlyKeys("/sku");
        assertThat(outcomes.get(1)).isEqualTo(new Created());
        assertThat(product("SUGAR").stock()).isEqualTo(new Stock(5, 0, 5));
    }

    @Test
    void needsThePermission() {
        assertThatThrownBy(() -> shop.get(UpsertProducts.class).upsert(Callers.with(Permission.STOCK_WRITE), List.of()))
                .isInstanceOf(PermissionDenied.class);
    }

    @Test
    void refusesAListWithoutEnd() {
        List<ProductDetails> endless = Collections.nCopies(UpsertProducts.MOST_ROWS + 1, tea());

        assertThatThrownBy(() -> shop.get(UpsertProducts.class).upsert(Callers.shopkeeper(), endless))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private boolean somebodyWaits() {
        return shop.sql().sql("""
                        select exists (select from pg_stat_activity
                                        where datname = current_database() and wait_event_type = 'Lock')
                        """).query(Boolean.class).single();
    }

    private static ProductDetails[] list(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> details("SKU-" + i, "Product " + i, i + ".50", "Groceries", true, i))
                .toArray(ProductDetails[]::new);
    }

    private List<RowOutcome> upsert(ProductDetails... rows) {
        return shop.get(UpsertProducts.class).upsert(Callers.shopkeeper(), List.of(rows));
    }

    private ProductView product(String sku) {
        return shop.get(Products.class).get(Callers.shopkeeper(), new Sku(sku));
    }

    private static Map<String, String> faults(RowOutcome outcome) {
        return ((Refused) outcome).faults().stream().collect(Collectors.toMap(Fault::pointer, Fault::message));
    }
}
