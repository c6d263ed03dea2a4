package io.agizo.catalog;

import io.agizo.shared.Columns;
import io.agizo.shared.Sku;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The SQL of which barcode is whose. */
@Repository
class BarcodeStore {

    private static final String OWNERS = """
            select barcode, p.id, p.sku
              from product_barcode
              join product p on p.id = product_id
             where barcode = any (?::text[])
            """;

    private static final String WANTED = "unnest(?::text[], ?::uuid[]) as wanted (barcode, product_id)";

    private static final String FREE = """
            delete from product_barcode b
             where product_id = any (?::uuid[])
               and not exists (select from %s where wanted.barcode = b.barcode and wanted.product_id = b.product_id)
            """.formatted(WANTED);

    /** In the order of the codes, lest two who claim some wait for each other. */
    private static final String CLAIM = "insert into product_barcode select barcode, product_id from " + WANTED
            + " order by barcode on conflict (barcode) do nothing";

    private static final String OTHERS = """
            select wanted.barcode, p.id, p.sku
              from %s
              join product_barcode b on b.barcode = wanted.barcode and b.product_id <> wanted.product_id
              join product p on p.id = b.product_id
            """.formatted(WANTED);

    private final JdbcTemplate jdbc;

    BarcodeStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The product that has a barcode. */
    record Owner(ProductId id, Sku sku) {}

    /** A barcode that a product is to have. */
    private record Wanted(String barcode, ProductId product) {}

    Map<String, Owner> owners(Collection<String> barcodes) {
        return barcodes.isEmpty() ? Map.of() : read(OWNERS, (Object) Columns.texts(barcodes, code -> code));
    }

    /**
     * Gives each product the barcodes of its offer and no others, before the product itself is written.
     *
     * @return those that belong to others, and so were not given
     */
    Map<String, Owner> claim(Collection<Product> products) {
        if (products.isEmpty()) {
            return Map.of();
        }
        List<Wanted> wanted = products.stream()
                .flatMap(product -> product.offer().barcodes().stream().map(code -> new Wanted(code, product.id())))
                .toList();
        @Nullable String[] barcodes = Columns.texts(wanted, Wanted::barcode);
        @Nullable String[] owners = Columns.texts(wanted, each -> each.product().value());
        jdbc.update(FREE, Columns.texts(products, product -> product.id().value()), barcodes, owners);
        int claimed = jdbc.update(CLAIM, barcodes, owners);
        return claimed == barcodes.length ? Map.of() : read(OTHERS, barcodes, owners);
    }

    void free(ProductId product) {
        jdbc.update("delete from product_barcode where product_id = ?", product.value());
    }

    private Map<String, Owner> read(String sql, Object... parameters) {
        Map<String, Owner> owners = new HashMap<>();
        jdbc.query(
                sql,
                row -> {
                    owners.put(
                            row.getString(1),
                            new Owner(new ProductId(row.getObject(2, UUID.class)), new Sku(row.getString(3))));
                },
                parameters);
        return owners;
    }
}
