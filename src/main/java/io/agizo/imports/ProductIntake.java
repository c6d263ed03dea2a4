package io.agizo.imports;

import io.agizo.catalog.ProductDetails;
import io.agizo.catalog.Translations;
import io.agizo.catalog.UpsertProducts;
import io.agizo.shared.RowOutcome;
import io.agizo.shared.Shop;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Takes products into the catalogue, known by their SKUs. */
@Component
class ProductIntake implements Intake {

    private final UpsertProducts products;
    private final StockInFile stock;
    private final TakeEach takeEach;
    private final Shop shop;

    ProductIntake(UpsertProducts products, StockInFile stock, TakeEach takeEach, Shop shop) {
        this.products = products;
        this.stock = stock;
        this.takeEach = takeEach;
        this.shop = shop;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.PRODUCTS;
    }

    @Override
    public Progress take(Job job, List<StagedRow> rows, Function<List<RowError>, Progress> save) {
        return takeEach.take(job, rows, this::details, details -> upsert(job, details), save);
    }

    private List<RowOutcome> upsert(Job job, List<ProductDetails> rows) {
        Function<List<ProductDetails>, List<RowOutcome>> upsert = taken -> products.upsert(job.caller(), taken);
        return job.upload().setsStock() ? stock.set(job, rows, upsert) : stock.leave(rows, upsert);
    }

    private ProductDetails details(RowForm row) {
        return new ProductDetails(
                row.text("sku"),
                row.text("name"),
                row.text("description"),
                row.decimal("price", shop),
                row.text("category"),
                row.yesOrNo("visible"),
                row.integer("stock", 0, ProductDetails.MOST_ON_HAND),
                row.words("barcodes"),
                null,
                Translations.swahili(row.text("name_sw"), row.text("description_sw"), row.text("category_sw")));
    }
}
