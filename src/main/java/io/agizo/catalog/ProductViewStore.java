package io.agizo.catalog;

import io.agizo.api.Cursor;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.search.Match;
import io.agizo.search.Place;
import io.agizo.search.Ranked;
import io.agizo.search.SearchedWords;
import io.agizo.search.Vocabulary;
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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of products with what is left of them, which the inventory publishes as {@code product_stock}. */
@Repository
class ProductViewStore {

    private static final String PRODUCT = """
            select p.id, p.sku, p.name, p.description, p.name_sw, p.description_sw, p.category_sw, p.price, p.category, p.visible, p.barcodes, p.low_at,
                   p.pictures, p.created_at, p.version,
                   coalesce(s.on_hand, 0) as on_hand, coalesce(s.reserved, 0) as reserved
            """;

    private static final String BY_SKU = PRODUCT + """
              from product p
              left join product_stock s on s.product_id = p.id
             where p.archived_at is null and p.sku = any (?::text[])
            """;

    private static final String FOR_SALE = PRODUCT + """
              from product p
              left join product_stock s on s.product_id = p.id
             where p.archived_at is null and p.visible
             order by p.name, p.id
             limit ?
            """;

    private static final String BY_BARCODE = PRODUCT + """
              from product_barcode b
              join product p on p.id = b.product_id
              left join product_stock s on s.product_id = p.id
             where b.barcode = ? and p.archived_at is null
            """;

    /**
     * Steps from one category to the next by the index, so that it does not matter how many products each has. A choice among
     * more than 500 is none. */
    private static final String CATEGORIES = """
            with recursive step as (
                select first.*
                  from unnest(array[true, not :hiddenToo]) as shown (visible)
                 cross join lateral (
                     select visible, category from product
                      where archived_at is null and visible = shown.visible and category is not null
                      order by category limit 1) first
                union all
                select next.*
                  from step
                 cross join lateral (
                     select visible, category from product
                      where archived_at is null and visible = step.visible and category > step.category
                      order by category limit 1) next
            )
            select category, (select category_sw from product p
                               where archived_at is null and visible and category_sw is not null and p.category = named.category
                               order by category_sw limit 1) as category_sw
              from (select distinct category from step order by category limit 500) named
             order by category
            """;

    /** The offset keeps the planner from any other way than to fetch each product of the page by its id. */
    static final String LIST = PRODUCT + """
                   , page.place
              from (select id, place from (%s) found limit :most) page
             cross join lateral (select * from product where id = page.id offset 0) p
              left join product_stock s on s.product_id = p.id
             %s
            """;

    /** The offset keeps the planner from reading the stock of all products along with the list. */
    private static final String PLAIN = PRODUCT + """
              from (%s) p
              left join lateral (select * from product_stock where product_id = p.id offset 0) s on true
             %s
             limit :most
            """;

    private final JdbcClient jdbc;
    private final Vocabulary vocabulary;
    private final Shop shop;
    private final UsualLowMark usualLowMark;

    ProductViewStore(JdbcClient jdbc, Vocabulary vocabulary, Shop shop, UsualLowMark usualLowMark) {
        this.jdbc = jdbc;
        this.vocabulary = vocabulary;
        this.shop = shop;
        this.usualLowMark = usualLowMark;
    }

    /** All that is visible, by name. */
    List<ProductView> forSale(int most) {
        return jdbc.sql(FOR_SALE).param(most).query((row, number) -> view(row)).list();
    }

    List<ProductView> find(Collection<Sku> skus) {
        return jdbc.sql(BY_SKU)
                .param(Columns.texts(skus, Sku::value))
                .query((row, number) -> view(row))
                .list();
    }

    Optional<ProductView> byBarcode(String barcode) {
        return jdbc.sql(BY_BARCODE)
                .param(barcode)
                .query((row, number) -> view(row))
                .optional();
    }

    List<Category> categories(boolean hiddenToo) {
        return jdbc.sql(CATEGORIES)
                .param("hiddenToo", hiddenToo)
                .query((row, number) -> new Category(row.getString("category"), row.getString("category_sw")))
                .list();
    }

    Page<ProductView> list(ProductFilter filter, @Nullable ProductSort sort, PageRequest page) {
        ProductSort order = Objects.requireNonNullElse(sort, ProductSort.NAME);
        if (filter.text() == null) {
            var query = new ProductListQuery(filter, order, page.fetch()).after(position(order, page.after()));
            List<ProductView> products = query.isPlain()
                    ? rows(PLAIN, query.plain(), query, query.order())
                    : rows(LIST, query.listed(), query, query.order());
            return page.page(products, product -> position(order, product));
        }
        SearchedWords words = vocabulary.read("product", filter.text()).labelled(filter.category());
        if (sort == null) {
            return best(filter, words, page);
        }
        List<?> after = position(sort, page.after());
        List<ProductView> products = words.none()
                ? List.of()
                : having(words.query(Match.NEAR), words.common(Match.NEAR), filter, sort, after, page.fetch());
        return page.page(products, product -> position(sort, product));
    }

    private Page<ProductView> best(ProductFilter filter, SearchedWords words, PageRequest page) {
        @Nullable Place after = page.after() == null ? null : Place.of(page.after()).orElseThrow(Cursor::refused);
        List<Ranked<ProductView>> found = words.none() ? List.of() : ranked(filter, words, after, page.fetch());
        Page<Ranked<ProductView>> best = page.page(
                found, product -> new Place(product.match(), product.row().id().value()).key());
        return best.with(best.items().stream().map(Ranked::row).toList());
    }

    /** What few match at once; then one kind of match after the other, until the page is full. */
    private List<Ranked<ProductView>> ranked(
            ProductFilter filter, SearchedWords words, @Nullable Place after, int most) {
        Match few = words.few();
        List<Ranked<ProductView>> found = new ArrayList<>();
        if (after == null || after.match().compareTo(few) <= 0) {
            var query = new ProductListQuery(filter, ProductSort.NEWEST, most);
            found.addAll(jdbc.sql(LIST.formatted(query.ranked(words, few, after), ProductListQuery.bestFirst()))
                    .params(query.parameters())
                    .query((row, number) -> new Ranked<>(view(row), Match.of(row.getInt("place"))))
                    .list());
        }
        for (Match match : Match.from(after)) {
            if (match.compareTo(few) > 0 && found.size() < most) {
                List<?> place = after != null && after.match() == match ? List.of(after.id(), after.id()) : List.of();
                having(words.only(match), words.common(match), filter, ProductSort.NEWEST, place, most - found.size())
                        .forEach(product -> found.add(new Ranked<>(product, match)));
            }
        }
        return found;
    }

    /** What many have is soon met along the list, unless it all lies at the other end of it. */
    private List<ProductView> having(
            String words, boolean common, ProductFilter filter, ProductSort sort, List<?> after, int most) {
        var query = new ProductListQuery(filter, sort, most).after(after);
        List<ProductView> met = common ? rows(LIST, query.along(words), query, query.order()) : List.of();
        return met.size() == most ? met : rows(LIST, query.lookedUp(words), query, query.order());
    }

    private List<ProductView> rows(String list, String ids, ProductListQuery query, String order) {
        return jdbc.sql(list.formatted(ids, order))
                .params(query.parameters())
                .query((row, number) -> view(row))
                .list();
    }

    /** Where a list sorted so goes on after the product. */
    private static List<String> position(ProductSort sort, ProductView product) {
        String id = product.id().value().toString();
        String key = switch (sort) {
            case NAME, NAME_DESCENDING -> product.name();
            case PRICE, PRICE_DESCENDING -> product.price().plain();
            case NEWEST -> id;
        };
        return List.of(sort.word(), key, id);
    }

    private List<Object> position(ProductSort sort, @Nullable List<String> after) {
        if (after == null) {
            return List.of();
        }
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

    ProductView view(ResultSet row) throws SQLException {
        return ProductView.of(
                ProductStore.product(row, shop), row.getInt("on_hand"), row.getInt("reserved"), usualLowMark);
    }
}
