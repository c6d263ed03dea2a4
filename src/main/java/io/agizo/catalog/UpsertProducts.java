package io.agizo.catalog;

import io.agizo.catalog.BarcodeStore.Owner;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.live.Change;
import io.agizo.live.Live;
import io.agizo.live.Topic;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import io.agizo.shared.RowOutcome;
import io.agizo.shared.Sku;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings many products into line with a list, known by their SKUs: for uploads. */
@Component
public class UpsertProducts {

    /** So that a list fits comfortably in memory and in one transaction; a longer one comes in parts. */
    public static final int MOST_ROWS = 20_000;

    private static final String TAKEN_MEANWHILE = "was given to another product at this moment; send this row again";

    private final ProductStore store;
    private final BarcodeStore barcodes;
    private final ProductRules rules;
    private final OpeningStock openingStock;
    private final Live live;
    private final Clock clock;

    UpsertProducts(
            ProductStore store,
            BarcodeStore barcodes,
            ProductRules rules,
            OpeningStock openingStock,
            Live live,
            Clock clock) {
        this.store = store;
        this.barcodes = barcodes;
        this.rules = rules;
        this.openingStock = openingStock;
        this.live = live;
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
        Records records = new Records(store.lock(skus(rows)), barcodes.owners(barcodes(rows)));
        List<RowOutcome> outcomes = new ArrayList<>(rows.size());
        for (ProductDetails row : rows) {
            outcomes.add(decide(row, records));
        }
        Map<Sku, String> lost = write(caller, records);
        for (int i = 0; i < outcomes.size(); i++) {
            String field = lost.isEmpty() ? null : lost.get(sku(rows.get(i)));
            if (field != null) {
                outcomes.set(i, new RowOutcome.Refused(List.of(new Fault(field, TAKEN_MEANWHILE))));
            }
        }
        return outcomes;
    }

    /** What is in the catalogue, and what it comes to with the rows taken so far. */
    private record Records(
            Map<Sku, Product> before,
            Map<Sku, Product> after,
            Map<ProductId, Integer> openings,
            Map<String, Owner> owners) {

        Records(Map<Sku, Product> before, Map<String, Owner> owners) {
            this(before, new LinkedHashMap<>(before), new HashMap<>(), new HashMap<>(owners));
        }

        /** Takes the product in, unless one of its barcodes is another's. */
        void put(Product product) {
            List<String> codes = product.offer().barcodes();
            for (String code : codes) {
                Owner owner = owners.get(code);
                if (owner != null && !owner.id().equals(product.id())) {
                    throw new InvalidInput(
                            "/barcodes", "“" + code + "” is a barcode of the product “" + owner.sku() + "”");
                }
            }
            Product before = after.put(product.offer().sku(), product);
            if (before != null) {
                owners.keySet().removeAll(before.offer().barcodes());
            }
            Owner owner = new Owner(product.id(), product.offer().sku());
            codes.forEach(code -> owners.put(code, owner));
        }

        /** The product as it was; a new one has no barcodes yet. */
        Product asBefore(Product product) {
            Product present = before.get(product.offer().sku());
            return present == null ? product.with(product.offer().unlabelled()) : present;
        }

        void leave(Sku sku) {
            Product removed = after.remove(sku);
            if (removed != null) {
                openings.remove(removed.id());
            }
        }

        List<Product> added() {
            return after.values().stream()
                    .filter(product -> openings.containsKey(product.id()))
                    .toList();
        }

        /** Those that are to have other barcodes than they have. */
        List<Product> relabelled() {
            return after.entrySet().stream()
                    .filter(entry -> {
                        Product present = before.get(entry.getKey());
                        List<String> had =
                                present == null ? List.of() : present.offer().barcodes();
                        return !entry.getValue().offer().barcodes().equals(had);
                    })
                    .map(Map.Entry::getValue)
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

    /** Writes what has changed, and tells of which SKUs a field was given to others since it was looked up. */
    private Map<Sku, String> write(Caller caller, Records records) {
        Map<Sku, String> lost = new HashMap<>();
        claimBarcodes(records).forEach(sku -> lost.put(sku, "/barcodes"));
        lost.keySet().forEach(records::leave);
        List<Product> added = records.added();
        Set<ProductId> recorded = store.insert(added);
        List<Product> changed = records.changed();
        store.update(changed);
        live.announce(changed.stream()
                .map(product -> new Change(Topic.STOCK, product.offer().sku().value(), "changed", null))
                .toList());
        records.openings.keySet().retainAll(recorded);
        openingStock.open(caller, records.openings);
        added.stream()
                .filter(product -> !recorded.contains(product.id()))
                .forEach(product -> lost.put(product.offer().sku(), "/sku"));
        return lost;
    }

    /** Tells the products that others took a barcode of, and leaves them those that they had. */
    private Set<Sku> claimBarcodes(Records records) {
        List<Product> relabelled = records.relabelled();
        Set<String> taken = barcodes.claim(relabelled).keySet();
        List<Product> losing = relabelled.stream()
                .filter(product -> !Collections.disjoint(product.offer().barcodes(), taken))
                .toList();
        barcodes.claim(losing.stream().map(records::asBefore).toList());
        return losing.stream().map(product -> product.offer().sku()).collect(Collectors.toSet());
    }

    /** In the form in which they are kept; what is no barcode is refused with its row. */
    private static Set<String> barcodes(List<ProductDetails> rows) {
        return rows.stream()
                .flatMap(row -> row.barcodes() == null ? Stream.of() : row.barcodes().stream())
                .filter(Objects::nonNull)
                .flatMap(code -> Barcode.ifValid(code).stream())
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
