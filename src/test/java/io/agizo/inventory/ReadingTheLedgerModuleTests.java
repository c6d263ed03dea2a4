package io.agizo.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.TestDatabase;
import io.agizo.WatchedDatabase;
import io.agizo.api.PageRequest;
import io.agizo.catalog.PriceList;
import io.agizo.catalog.ProductId;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.Sku;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A long ledger: a thousand products, fifty movements of each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingTheLedgerModuleTests {

    private static final PageRequest FIRST = new PageRequest(20, null);

    private final WatchedDatabase database = new WatchedDatabase(TestDatabase.fresh());
    private final ModuleContext shop = ModuleContext.on(database, ReadLedger.class, PriceList.class);
    private final ReadLedger ledger = shop.get(ReadLedger.class);

    @BeforeAll
    void fillTheShelves() {
        shop.sql().sql("""
                insert into product (id, sku, name, description, price, visible, version, created_at)
                select gen_random_uuid(), 'SKU-' || i, 'Number ' || i, '', 5, true, 1, now()
                  from generate_series(1, 1000) as i
                """).update();
        shop.sql()
                .sql("insert into stock_level select id, 500, 50 from product")
                .update();
        shop.sql().sql("""
                insert into stock_movement
                select id, lpad(to_hex(n), 32, '0')::uuid, 'adjustment', 10, 1, null, 'movement ' || n, 'test', now()
                  from generate_series(1, 50) as n cross join product
                """).update();
        shop.sql().sql("analyze product, stock_level, stock_movement").update();
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @Test
    void tellsTheNewestFirst() {
        var page = ledger.movements(Callers.shopkeeper(), new Sku("SKU-7"), FIRST);

        assertThat(page.items()).hasSize(20);
        assertThat(page.items().getFirst().reason()).isEqualTo("movement 50");
        assertThat(page.nextCursor()).isNotNull();
    }

    @Test
    void readsWhatAPageShows() {
        ProductId product = new ProductId(shop.sql()
                .sql("select id from product where sku = 'SKU-7'")
                .query(UUID.class)
                .single());
        LedgerStore store = shop.get(LedgerStore.class);

        assertThat(database.rowsReadBy(() -> store.movements(product, null, 21)))
                .isLessThanOrEqualTo(21);
        assertThat(database.rowsReadBy(() -> store.movements(product, new UUID(0, 40), 21)))
                .isLessThanOrEqualTo(21);
    }

    @Test
    void findsALevelThatIsNotWhatTheLedgerSays() {
        assertThat(ledger.audit(Callers.shopkeeper())).isEqualTo(new StockAudit(1000, List.of()));

        shop.sql().sql("""
                update stock_level set on_hand = 501 where product_id = (select id from product where sku = 'SKU-9')
                """).update();

        assertThat(ledger.audit(Callers.shopkeeper()))
                .isEqualTo(
                        new StockAudit(1000, List.of(new StockAudit.Difference(new Sku("SKU-9"), 501, 50, 500, 50))));
        shop.sql().sql("update stock_level set on_hand = 500").update();
    }

    @Test
    void namesTheFirstHundredOfManyDifferences() {
        shop.sql().sql("update stock_level set reserved = 49").update();

        assertThat(ledger.audit(Callers.shopkeeper()).differences()).hasSize(100);
        shop.sql().sql("update stock_level set reserved = 50").update();
    }

    @Test
    void refusesWhatItCannotShow() {
        var foreign = new PageRequest(20, List.of("yesterday"));

        assertThatThrownBy(() -> ledger.movements(Callers.shopkeeper(), new Sku("NO-SUCH"), FIRST))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> ledger.movements(Callers.shopkeeper(), new Sku("SKU-7"), foreign))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ledger.audit(Callers.with(Permission.STOCK_WRITE)))
                .isInstanceOf(PermissionDenied.class);
    }
}
