package io.agizo.catalog;

import io.agizo.api.Cursor;
import io.agizo.api.PageRequest;
import io.agizo.search.WordIndex;
import io.agizo.search.WordIndexes;
import io.agizo.shared.Columns;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Money;
import io.agizo.shared.Shop;
import io.agizo.shared.Sku;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of products with what is left of them, which the inventory publishes as {@code product_stock}. */
@Repository
class ProductViewStore {

    private static final String PRODUCT = """
            select p.id, p.sku, p.name, p.description, p.price, p.category, p.visible, p.created_at, p.version,
                   coalesce(s.on_hand, 0) as on_hand, coalesce(s.reserved, 0) as reserved
            """;

    private static final String BY_SKU = PRODUCT + """
              from product p
              left join product_stock s on s.product_id = p.id
             where p.archived_at is null and p.sku = any (?::text[])
            """;

    /** The offset keeps the planner from any other way than to fetch each product of the page by its id. */
    private static final String LIST = PRODUCT + """
              from (select id, place from (%s) found limit :most) page
             cross join lateral (select * from product where id = page.id offset 0) p
              left join product_stock s on s.product_id = p.id
             order by page.place %s, p.id %s
            """;

    /** The offset keeps the planner from reading the stock of all products along with the list. */
    private static final String PLAIN = PRODUCT + """
              from (%s) p
              left join lateral (select * from product_stock where product_id = p.id offset 0) s on true
             order by p.place %s, p.id %s
             limit :most
            """;

    private final JdbcClient jdbc;
    private final WordIndex index;
    private final Shop shop;

    ProductViewStore(JdbcClient jdbc, WordIndexes indexes, Shop shop) {
        this.jdbc = jdbc;
        this.index = indexes.of("product");
        this.shop = shop;
    }

    List<ProductView> find(Collection<Sku> skus) {
        return jdbc.sql(BY_SKU)
                .param(Columns.texts(skus, Sku::value))
                .query((row, number) -> view(row))
                .list();
    }

    List<ProductView> list(ProductFilter filter, ProductSort sort, PageRequest page) {
        List<Object> after = page.after() == null ? List.of() : position(sort, page.after());
        var query = new ProductListQuery(filter, index, sort, after, page.fetch());
        if (query.findsNothing()) {
            return List.of();
        }
        String direction = sort.descends() ? "desc" : "asc";
        String sql = query.isPlain()
                ? PLAIN.formatted(query.plain(), direction, direction)
                : LIST.formatted(query.sql(), direction, direction);
        return jdbc.sql(sql)
                .params(query.parameters())
                .query((row, number) -> view(row))
                .list();
    }

    /** Where a list sorted so goes on after the product. */
    static List<String> position(ProductSort sort, ProductView product) {
        String id = product.id().value().toString();
        String key = switch (sort) {
            case NAME, NAME_DESCENDING -> product.name();
            case PRICE, PRICE_DESCENDING -> product.price().plain();
            case NEWEST -> id;
        };
        return List.of(sort.word(), key, id);
    }

    private List<Object> position(ProductSort sort, List<String> after) {
        try {
            if (after.size() == 3 && after.get(0).equals(sort.word())) {
                String key = after.get(1);
                UUID id = UUID.fromString(after.get(2));
                return switch (sort) {
                    case NAME, NAME_DESCENDING -> List.of(key, id);
                    case PRICE, PRICE_DESCENDING ->
                        List.of(new Money(new BigDecimal(key), shop.currency()).amount(), id);
                    case NEWEST -> List.of(UUID.fromString(key), id);
                };
            }
        } catch (IllegalArgumentException | InvalidInput foreign) {
            // Refused below like any other cursor that this list did not hand out.
        }
        throw Cursor.refused();
    }

    private ProductView view(ResultSet row) throws SQLException {
        return ProductView.of(ProductStore.product(row, shop), row.getInt("on_hand"), row.getInt("reserved"));
    }
}
