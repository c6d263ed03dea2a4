package io.agizo.imports;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.TestDatabase;
import io.agizo.api.Answer;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.IdempotentAnswers;
import io.agizo.cart.HoldCarts;
import io.agizo.catalog.PriceList;
import io.agizo.customers.CustomerDirectory;
import io.agizo.imports.ImportReport.State;
import io.agizo.inventory.Stock;
import io.agizo.notifications.TextFixtures;
import io.agizo.orders.OrderDesk;
import io.agizo.shared.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One replica of a shop that takes uploads, whose worker works only when it is told to. */
final class UploadDesk implements AutoCloseable {

    private final ModuleContext modules;

    private UploadDesk(DataSource database) {
        modules = ModuleContext.on(
                database,
                StoreUpload.class,
                OrderDesk.class,
                Stock.class,
                PriceList.class,
                HoldCarts.class,
                CustomerDirectory.class,
                IdempotentAnswers.class,
                TextFixtures.class);
        modules.get(ImportLoop.class).stop();
    }

    static UploadDesk open() {
        return new UploadDesk(TestDatabase.fresh());
    }

    static UploadDesk on(DataSource database) {
        return new UploadDesk(database);
    }

    static Upload csv(ImportKind kind) {
        return new Upload(kind, UploadFormat.CSV, false, false, false);
    }

    static Upload dryRun(ImportKind kind) {
        return new Upload(kind, UploadFormat.CSV, true, false, false);
    }

    /** Uploads a table and works it off. */
    ImportReport upload(ImportKind kind, String... lines) {
        return upload(csv(kind), lines);
    }

    ImportReport upload(Upload upload, String... lines) {
        ImportId id = store(upload, String.join("\n", lines));
        workOff();
        return report(id);
    }

    ImportId store(Upload upload, String text) {
        return store(upload, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), null);
    }

    ImportId store(Upload upload, InputStream body, @Nullable IdempotencyKey key) {
        try {
            Answer answer = modules.get(StoreUpload.class)
                    .store(
                            Callers.shopkeeper(),
                            upload,
                            body,
                            key,
                            id -> new Answer(202, "application/json", null, null, id.toString()));
            return new ImportId(UUID.fromString(answer.body()));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    void workOff() {
        while (worker().workOffNext(() -> true)) {}
    }

    ImportWorker worker() {
        return modules.get(ImportWorker.class);
    }

    ImportReport report(ImportId id) {
        return modules.get(ReadImports.class).report(Callers.shopkeeper(), id);
    }

    State state(ImportId id) {
        return report(id).state();
    }

    ModuleContext modules() {
        return modules;
    }

    JdbcClient sql() {
        return modules.sql();
    }

    long count(String from) {
        return sql().sql("select count(*) from " + from).query(Long.class).single();
    }

    /** Puts a product on the shelf, at 450.00. */
    UUID stock(String sku, int units) {
        UUID product = Ids.next();
        sql().sql("""
                insert into product (id, sku, name, description, price, visible, version, created_at)
                values (?, ?, ?, '', 450, true, 1, now())
                """).params(product, sku, "The " + sku).update();
        sql().sql("insert into stock_level values (?, ?, 0)")
                .params(product, units)
                .update();
        sql().sql("insert into stock_movement values (?, ?, 'opening', ?, 0, null, null, 'test', now())")
                .params(product, Ids.next(), units)
                .update();
        return product;
    }

    @Override
    public void close() {
        modules.close();
    }
}
