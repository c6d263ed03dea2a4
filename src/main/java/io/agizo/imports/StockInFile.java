package io.agizo.imports;

import io.agizo.catalog.ProductDetails;
import io.agizo.inventory.CountStock;
import io.agizo.inventory.StockLevel;
import io.agizo.shared.InvalidInput.Fault;
import io.agizo.shared.RowOutcome;
import io.agizo.shared.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What becomes of the stock that a file gives for products the shop already has. */
@Component
class StockInFile {

    private final CountStock stock;

    StockInFile(CountStock stock) {
        this.stock = stock;
    }

    /** Takes the rows in, leaves the stock of known products as it is, and says so of rows that give another. */
    List<RowOutcome> leave(List<ProductDetails> rows, Function<List<ProductDetails>, List<RowOutcome>> upsert) {
        Map<Sku, StockLevel> levels = stock.read(skusWithStock(rows));
        List<RowOutcome> outcomes = new ArrayList<>(upsert.apply(rows));
        for (int i = 0; i < rows.size(); i++) {
            Integer counted = rows.get(i).stock();
            StockLevel level = level(levels, rows.get(i));
            if (counted != null
                    && level != null
                    && counted != level.onHand()
                    && !(outcomes.get(i) instanceof RowOutcome.Refused)) {
                outcomes.set(i, new RowOutcome.LeftAsItIs(List.of(new Fault("/stock", leftAt(level, counted)))));
            }
        }
        return outcomes;
    }

    /**
     * Takes the rows in and moves the stock of known products to what they say. A row that gives less than is reserved
     * for orders is refused as a whole. Stock is locked before the products are, so that the row can still be left out.
     */
    List<RowOutcome> set(Job job, List<ProductDetails> rows, Function<List<ProductDetails>, List<RowOutcome>> upsert) {
        Map<Sku, StockLevel> levels = stock.lock(skusWithStock(rows));
        List<ProductDetails> possible =
                rows.stream().filter(row -> !isTooLow(levels, row)).toList();
        Iterator<RowOutcome> taken = upsert.apply(possible).iterator();
        List<RowOutcome> outcomes = new ArrayList<>(rows.size());
        Map<Sku, Integer> onHand = new HashMap<>();
        for (ProductDetails row : rows) {
            StockLevel level = level(levels, row);
            if (level != null && isTooLow(levels, row)) {
                outcomes.add(new RowOutcome.Refused(List.of(new Fault("/stock", tooLow(level)))));
                continue;
            }
            RowOutcome outcome = taken.next();
            if (level != null && row.stock() != null && !(outcome instanceof RowOutcome.Refused)) {
                sku(row).ifPresent(sku -> onHand.put(sku, row.stock()));
            }
            outcomes.add(outcome);
        }
        stock.set(job.caller(), onHand, "upload " + job.id());
        return outcomes;
    }

    private static String leftAt(StockLevel level, int counted) {
        return "is " + counted + " in the file and " + level.onHand() + " in the shop, and was left so; upload with "
                + "?stock=set to take the file's number";
    }

    private static String tooLow(StockLevel level) {
        return "must be at least " + level.reserved() + ": so many are reserved for orders";
    }

    private static boolean isTooLow(Map<Sku, StockLevel> levels, ProductDetails row) {
        StockLevel level = level(levels, row);
        return level != null && row.stock() != null && row.stock() < level.reserved();
    }

    private static @Nullable StockLevel level(Map<Sku, StockLevel> levels, ProductDetails row) {
        return sku(row).map(levels::get).orElse(null);
    }

    private static List<Sku> skusWithStock(List<ProductDetails> rows) {
        return rows.stream()
                .filter(row -> row.stock() != null)
                .flatMap(row -> sku(row).stream())
                .distinct()
                .toList();
    }

    private static Optional<Sku> sku(ProductDetails row) {
        return row.sku() == null ? Optional.empty() : Sku.ifValid(row.sku());
    }
}
