package io.agizo.catalog;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import io.agizo.shared.RowOutcome;
import io.agizo.shared.Sku;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings many products into line with a list, known by their SKUs: for uploads. */
@Component
public class UpsertProducts {

    /** So that a list fits comfortably in memory and in one transaction; a longer one comes in parts. */
    public static final int MOST_ROWS = 20_000;

    private static final RowOutcome TAKEN_MEANWHILE = new RowOutcome.Refused(
            List.of(new Fault("/sku", "was given to another product at this moment; send this row again")));

    private final ProductStore store;
    private final ProductRules rules;
    private final OpeningStock openingStock;
    private final Clock clock;

    UpsertProducts(ProductStore store, ProductRules rules, OpeningStock openingStock, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.openingStock = openingStock;
        this.clock = clock;
    }

    /**
     * Takes the rows one after the other, each on its own, in one transaction: a product whose SKU is not there yet is
     * added with its opening stock; one that is there is changed where the row says something else, but its stock stays
     * as it is. What a row does not say stays as well. Needs {@code products:write}.
     *
     * @return what became of each row, in their order
     */
    @Transactional
    public List<RowOutcome> upsert(Caller caller, List<ProductDetails> rows) {
        caller.must(Permission.PRODUCTS_WRITE);
        if (rows.size() > MOST_ROWS) {
            throw new IllegalArgumentException("%d rows, more than %d".formatted(rows.size(), MOST_ROWS));
        }
        store.lockUpserts();
        Records records = new Records(store.lock(skus(rows)));
        List<RowOutcome> outcomes = new ArrayList<>(rows.size());
        for (ProductDetails row : rows) {
            outcomes.add(decide(row, records));
        }
        Set<Sku> lost = write(caller, records);
        for (int i = 0; i < outcomes.size(); i++) {
            if (!lost.isEmpty() && lost.contains(sku(rows.get(i)))) {
                outcomes.set(i, TAKEN_MEANWHILE);
            }
        }
        return outcomes;
    }

    /** What is in the catalogue, and what it comes to with the rows taken so far. */
    private record Records(Map<Sku, Product> before, Map<Sku, Product> after, Map<ProductId, Integer> openings) {

        Records(Map<Sku, Product> before) {
            this(before, new LinkedHashMap<>(before), new HashMap<>());
        }

        void put(Product product) {
            after.put(product.offer().sku(), product);
        }

        List<Product> added() {
            return after.values().stream()
                    .filter(product -> openings.containsKey(product.id()))
                    .toList();
        }

        List<Product> changed() {
            return after.entrySet().stream()
                    .filter(entry -> before.containsKey(entry.getKey())
                            && !entry.getValue().equals(before.get(entry.getKey())))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    private RowOutcome decide(ProductDetails row, Records records) {
        Sku sku = sku(row);
        Product present = sku == null ? null : records.after.get(sku);
        try {
            return present == null ? add(row, records) : change(present, row, records);
        } catch (InvalidInput invalid) {
            return new RowOutcome.Refused(invalid.faults());
        }
    }

    private RowOutcome add(ProductDetails row, Records records) {
        Product product = Product.added(rules.check(row), clock.instant());
        records.put(product);
        records.openings.put(product.id(), Objects.requireNonNullElse(row.stock(), 0));
        return new RowOutcome.Created();
    }

    private RowOutcome change(Product present, ProductDetails row, Records records) {
        Offer offer = rules.check(row.over(ProductDetails.of(present.offer())));
        records.put(present.with(offer));
        return offer.equals(present.offer()) ? new RowOutcome.Unchanged() : new RowOutcome.Updated();
    }

    /** Writes what has changed, and tells which SKUs were given to others since they were looked up. */
    private Set<Sku> write(Caller caller, Records records) {
        List<Product> added = records.added();
        Set<ProductId> recorded = store.insert(added);
        store.update(records.changed());
        records.openings.keySet().retainAll(recorded);
        openingStock.open(caller, records.openings);
        return added.stream()
                .filter(product -> !recorded.contains(product.id()))
                .map(product -> product.offer().sku())
                .collect(Collectors.toSet());
    }

    private static Set<Sku> skus(List<ProductDetails> rows) {
        Set<Sku> skus = HashSet.newHashSet(rows.size());
        for (ProductDetails row : rows) {
            Sku sku = sku(row);
            if (sku != null) {
                skus.add(sku);
            }
        }
        return skus;
    }

    /** Null for a row without an SKU and for one whose SKU the rules refuse. */
    private static @Nullable Sku sku(ProductDetails row) {
        return row.sku() == null ? null : Sku.ifValid(row.sku()).orElse(null);
    }
}
