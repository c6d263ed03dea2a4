package io.agizo.catalog;

import io.agizo.queries.Query;
import io.agizo.queries.RoundTrip;
import io.agizo.shared.Columns;
import io.agizo.shared.Money;
import io.agizo.shared.Shop;
import io.agizo.shared.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The SQL of products. */
@Repository
class ProductStore {

    private static final String PRICES = """
            select id, sku, name, name_sw, price, visible
              from product
             where sku = any (?::text[]) and archived_at is null
            """;

    private static final String READ = """
            select id, sku, name, description, name_sw, description_sw, category_sw, price, category, visible, barcodes, low_at, pictures,
                   created_at, version
              from product
             where sku = any (?::text[]) and archived_at is null
            """;

    /** Locked in the order of the SKUs, lest two lists wait for each other. */
    private static final String LOCK = READ + " order by sku for update";

    private static final String INSERT = """
            insert into product (id, sku, name, description, name_sw, description_sw, category_sw, price, category, visible, barcodes, low_at,
                                 created_at, version)
            select id, sku, name, description, name_sw, description_sw, category_sw, price, category, visible, string_to_array(barcodes, ' '), low_at,
                   created_at, 1
              from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::text[], ?::boolean[],
                          ?::text[], ?::int[], ?::timestamptz[])
                   as p (id, sku, name, description, name_sw, description_sw, category_sw, price, category, visible, barcodes, low_at, created_at)
             order by sku
                on conflict (sku) where archived_at is null do nothing
            returning id
            """;

    private static final String UPDATE = """
            update product
               set sku = p.sku, name = p.name, description = p.description, name_sw = p.name_sw,
                   description_sw = p.description_sw, category_sw = p.category_sw, price = p.price, category = p.category,
                   visible = p.visible, barcodes = string_to_array(p.barcodes, ' '), low_at = p.low_at,
                   version = product.version + 1
              from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::text[], ?::boolean[],
                          ?::text[], ?::int[])
                   as p (id, sku, name, description, name_sw, description_sw, category_sw, price, category, visible, barcodes, low_at)
             where product.id = p.id
            """;

    private static final String ARCHIVE =
            "update product set archived_at = ?, pictures = '{}', version = version + 1 where id = ?";

    /** Any number will do that nobody else takes advisory locks on. */
    private static final long UPSERTS = 8_130_002;

    private final JdbcTemplate jdbc;
    private final RoundTrip trip;
    private final Shop shop;

    ProductStore(JdbcTemplate jdbc, RoundTrip trip, Shop shop) {
        this.jdbc = jdbc;
        this.trip = trip;
        this.shop = shop;
    }

    Map<Sku, PricedProduct> prices(Collection<Sku> skus) {
        return trip.answer(queryPrices(skus));
    }

    Query<Map<Sku, PricedProduct>> queryPrices(Collection<Sku> skus) {
        return Query.byKey(PRICES, Columns.texts(skus, Sku::value), row -> new Sku(row.getString(2)), this::priced);
    }

    private PricedProduct priced(ResultSet row) throws SQLException {
        return new PricedProduct(
                new ProductId(row.getObject(1, UUID.class)),
                new Sku(row.getString(2)),
                row.getString(3),
                row.getString(4),
                new Money(row.getBigDecimal(5), shop.currency()),
                row.getBoolean(6));
    }

    Map<ProductId, Sku> skus(Collection<ProductId> products) {
        return trip.answer(Query.byKey(
                "select id, sku from product where id = any (?::uuid[])",
                Columns.texts(products, ProductId::value),
                row -> new ProductId(row.getObject(1, UUID.class)),
                row -> new Sku(row.getString(2))));
    }

    /** As they are at this moment; somebody may be changing them. */
    Map<Sku, Product> read(Collection<Sku> skus) {
        return read(READ, skus);
    }

    Map<Sku, Product> lock(Collection<Sku> skus) {
        return read(LOCK, skus);
    }

    private Map<Sku, Product> read(String sql, Collection<Sku> skus) {
        return trip.answer(Query.byKey(
                sql, Columns.texts(skus, Sku::value), row -> new Sku(row.getString(2)), row -> product(row, shop)));
    }

    /** Lets one list of products in at a time, until the transaction ends. */
    void lockUpserts() {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, UPSERTS);
    }

    /** Inserts those whose SKU is free, in the order of their SKUs lest two inserters wait for each other; tells which. */
    Set<ProductId> insert(Collection<Product> products) {
        return new HashSet<>(jdbc.query(
                INSERT,
                (row, number) -> new ProductId(row.getObject(1, UUID.class)),
                Columns.texts(products, product -> product.id().value()),
                offers(products, Offer::sku),
                offers(products, Offer::name),
                offers(products, Offer::description),
                offers(products, offer -> swahili(offer).name()),
                offers(products, offer -> swahili(offer).description()),
                offers(products, offer -> swahili(offer).category()),
                offers(products, offer -> offer.price().amount()),
                offers(products, Offer::category),
                offers(products, Offer::visible),
                offers(products, ProductStore::barcodes),
                offers(products, Offer::lowAt),
                Columns.texts(products, Product::createdAt)));
    }

    /** Writes locked products; the version of each rises by one. */
    void update(Collection<Product> products) {
        jdbc.update(
                UPDATE,
                Columns.texts(products, product -> product.id().value()),
                offers(products, Offer::sku),
                offers(products, Offer::name),
                offers(products, Offer::description),
                offers(products, offer -> swahili(offer).name()),
                offers(products, offer -> swahili(offer).description()),
                offers(products, offer -> swahili(offer).category()),
                offers(products, offer -> offer.price().amount()),
                offers(products, Offer::category),
                offers(products, Offer::visible),
                offers(products, ProductStore::barcodes),
                offers(products, Offer::lowAt));
    }

    void archive(ProductId product, Instant now) {
        jdbc.update(ARCHIVE, now.atOffset(ZoneOffset.UTC), product.value());
    }

    /** None of them has a space in it. */
    private static String barcodes(Offer offer) {
        return String.join(" ", offer.barcodes());
    }

    private static Wording swahili(Offer offer) {
        return offer.translations().in("sw");
    }

    private static @Nullable String[] offers(Collection<Product> products, Columns.Column<Offer> column) {
        return Columns.texts(products, product -> column.of(product.offer()));
    }

    static Product product(ResultSet row, Shop shop) throws SQLException {
        Offer offer = new Offer(
                new Sku(row.getString("sku")),
                row.getString("name"),
                row.getString("description"),
                Translations.swahili(
                        row.getString("name_sw"), row.getString("description_sw"), row.getString("category_sw")),
                new Money(row.getBigDecimal("price"), shop.currency()),
                row.getString("category"),
                row.getBoolean("visible"),
                List.of((String[]) row.getArray("barcodes").getArray()),
                row.getObject("low_at", Integer.class));
        return new Product(
                new ProductId(row.getObject("id", UUID.class)),
                offer,
                KeptImage.all((String[]) row.getArray("pictures").getArray()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }
}
