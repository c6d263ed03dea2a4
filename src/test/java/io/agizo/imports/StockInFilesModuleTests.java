package io.agizo.imports;

import static io.agizo.imports.ImportKind.CUSTOMERS;
import static io.agizo.imports.ImportKind.PRODUCTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agizo.Callers;
import io.agizo.api.Answer;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.shared.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class StockInFilesModuleTests {

    private static final String[] FILE = {
        "sku,name,price,stock", "TEA,The TEA,450.00,7.0", "CAKE,Cake,65.50,5", "RICE,The RICE,450.00,4", "SALT,Salt,20,"
    };

    private static final String SAYS_OF_TEA = "is 7 in the file and 10 in the shop, and was left so; upload with "
            + "?stock=set to take the file's number";

    @AutoClose
    private final UploadDesk shop = UploadDesk.open();

    private final UUID tea = shop.stock("TEA", 10);
    private final UUID rice = shop.stock("RICE", 4);

    @Test
    void leavesTheStockOfAKnownProductAndSaysSo() {
        ImportReport tried = shop.upload(UploadDesk.dryRun(PRODUCTS), FILE);
        ImportReport report = shop.upload(PRODUCTS, FILE);

        assertThat(report.errors()).isEmpty();
        assertThat(report.notes())
                .containsExactly(RowError.note(1, "stock", SAYS_OF_TEA))
                .isEqualTo(tried.notes());
        assertThat(List.of(report.read(), report.accepted(), report.rejected())).containsExactly(4, 4, 0);
        assertThat(onHand(tea)).isEqualTo(10);
        assertThat(shop.count("stock_movement")).isEqualTo(3);
    }

    @Test
    void movesTheStockToTheFilesNumberByTheLedgerWhereAskedToAndOnlyOnce() {
        ImportReport tried = shop.upload(new Upload(PRODUCTS, UploadFormat.CSV, true, false, true), FILE);
        assertThat(tried.accepted()).isEqualTo(4);
        assertThat(onHand(tea)).isEqualTo(10);

        ImportReport report = shop.upload(setting(PRODUCTS), FILE);
        ImportReport again = shop.upload(setting(PRODUCTS), FILE);

        assertThat(List.of(report, again)).allSatisfy(each -> {
            assertThat(each.errors()).isEmpty();
            assertThat(each.notes()).isEmpty();
            assertThat(each.accepted()).isEqualTo(4);
        });
        assertThat(onHand(tea)).isEqualTo(7);
        assertThat(adjustments()).containsExactly("-3 upload " + report.id() + " Wanjiru");
    }

    @Test
    void movesTheStockOnceWhenAReplicaIsTakenOver() {
        ImportId id = shop.store(setting(PRODUCTS), String.join("\n", FILE));
        AtomicInteger steps = new AtomicInteger();

        shop.worker().workOffNext(() -> steps.incrementAndGet() <= 1);
        shop.sql().sql("update import set leased_until = '2000-01-01'").update();
        shop.workOff();

        assertThat(shop.report(id).accepted()).isEqualTo(4);
        assertThat(adjustments()).containsExactly("-3 upload " + id + " Wanjiru");
    }

    @Test
    void refusesARowWithLessThanIsReservedAsAWhole() {
        shop.sql()
                .sql("update stock_level set reserved = 8 where product_id = ?")
                .param(tea)
                .update();

        ImportReport report = shop.upload(
                setting(PRODUCTS), "sku,name,price,stock", "TEA,Green tea,500.00,7", "RICE,The RICE,450.00,9");

        assertThat(report.errors())
                .containsExactly(new RowError(1, "stock", "must be at least 8: so many are reserved for orders"));
        assertThat(onHand(tea)).isEqualTo(10);
        assertThat(onHand(rice)).isEqualTo(9);
        assertThat(shop.count("product where name = 'Green tea'")).isZero();
    }

    @Test
    void movesNoStockOfARowThatIsRefusedForSomethingElse() {
        ImportReport report = shop.upload(
                setting(PRODUCTS),
                "sku,name,price,stock",
                "TEA,The TEA,1.250,7",
                "RICE,The RICE,1e2,9",
                "CAKE,Cake,5,2.5");

        assertThat(report.errors())
                .containsExactly(
                        new RowError(1, "price", "can mean 1.25 or 1250; write 1.25 or 1250"),
                        new RowError(2, "price", "must be written out without an E, such as 1250 for 1.25E+03"),
                        new RowError(3, "stock", "must be a whole number from 0 to 1000000000"));
        assertThat(adjustments()).isEmpty();
    }

    @Test
    void needsThePermissionToAdjustStock() throws IOException {
        Permission products = Permission.PRODUCTS_WRITE;
        Permission stock = Permission.STOCK_WRITE;

        assertThatExceptionOfType(PermissionDenied.class).isThrownBy(() -> send(setting(PRODUCTS), products));
        assertThatExceptionOfType(PermissionDenied.class).isThrownBy(() -> send(setting(PRODUCTS), stock));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> send(setting(CUSTOMERS), Permission.CUSTOMERS_WRITE, stock))
                .withMessageContaining("products only");
        assertThat(shop.count("import")).isZero();

        send(setting(PRODUCTS), products, stock);
        shop.workOff();
        assertThat(onHand(tea)).isEqualTo(7);
    }

    private static Upload setting(ImportKind kind) {
        return new Upload(kind, UploadFormat.CSV, false, false, true);
    }

    private void send(Upload upload, Permission... permissions) throws IOException {
        var body = new ByteArrayInputStream(String.join("\n", FILE).getBytes(StandardCharsets.UTF_8));
        shop.modules()
                .get(StoreUpload.class)
                .store(
                        Callers.with(permissions),
                        upload,
                        body,
                        null,
                        id -> new Answer(202, "application/json", null, null, id.toString()));
    }

    private int onHand(UUID product) {
        return shop.sql()
                .sql("select on_hand from stock_level where product_id = ?")
                .param(product)
                .query(Integer.class)
                .single();
    }

    private List<String> adjustments() {
        return shop.sql().sql("""
                select concat_ws(' ', on_hand_delta, reason, moved_by) from stock_movement where kind = 'adjustment'
                """).query(String.class).list();
    }
}
