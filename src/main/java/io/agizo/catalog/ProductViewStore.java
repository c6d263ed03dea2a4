package io.agizo.catalog;

import io.agizo.api.Cursor;
import io.agizo.api.PageRequest;
import io.agizo.shared.Columns;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Money;
import io.agizo.shared.Shop;
import io.agizo.shared.Sku;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The SQL of products with what is left of them, which the inventory publishes as {@code product_stock}. */
@Repository
class ProductViewStore {

    private static final String PRODUCTS = """
            select p.id, p.sku, p.name, p.description, p.price, p.category, p.visible, p.created_at, p.version,
                   coalesce(s.on_hand, 0) as on_hand, coalesce(s.reserved, 0) as reserved
              from product p
              left join product_stock s on s.product_id = p.id
             where p.archived_at is null
            """;

    private static final String BY_SKU = PRODUCTS + " and p.sku = any (?::text[])";

    /** As in the index {@code product_search}. */
    private static final String SEARCHED = "(' ' || p.sku || ' ' || p.name)";

    private final JdbcTemplate jdbc;
    private final Shop shop;

    ProductViewStore(JdbcTemplate jdbc, Shop shop) {
        this.jdbc = jdbc;
        this.shop = shop;
    }

    List<ProductView> find(Collection<Sku> skus) {
        return jdbc.query(BY_SKU, (row, number) -> view(row), (Object) Columns.texts(skus, Sku::value));
    }

    List<ProductView> list(ProductFilter filter, ProductSort sort, PageRequest page) {
        StringBuilder sql = new StringBuilder(PRODUCTS).append(" and p.visible = ?");
        List<Object> parameters = new ArrayList<>(List.of(filter.visible()));
        if (filter.category() != null) {
            sql.append(" and p.category = ?");
            parameters.add(filter.category());
        }
        if (filter.inStock() != null) {
            sql.append(filter.inStock() ? " and s.available > 0" : " and coalesce(s.available, 0) = 0");
        }
        sql.append(" and ").append(filter.words().allIn(SEARCHED));
        parameters.addAll(filter.words().patterns());
        String key = key(sort);
        if (page.after() != null) {
            String onward = sort.descends() ? "<" : ">";
            sql.append(" and (%s, p.id) %s (%s, ?::uuid)".formatted(key, onward, keyParameter(sort)));
            parameters.addAll(position(sort, page.after()));
        }
        String direction = sort.descends() ? "desc" : "asc";
        sql.append(" order by %s %s, p.id %s limit ?".formatted(key, direction, direction));
        parameters.add(page.fetch());
        return jdbc.query(sql.toString(), (row, number) -> view(row), parameters.toArray());
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

    private static String key(ProductSort sort) {
        return switch (sort) {
            case NAME, NAME_DESCENDING -> "lower(p.name)";
            case PRICE, PRICE_DESCENDING -> "p.price";
            case NEWEST -> "p.id";
        };
    }

    /** The database itself folds the name of the cursor, so that it sorts exactly as the one it came from. */
    private static String keyParameter(ProductSort sort) {
        return switch (sort) {
            case NAME, NAME_DESCENDING -> "lower(?)";
            case PRICE, PRICE_DESCENDING -> "?::numeric";
            case NEWEST -> "?::uuid";
        };
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
