package io.agizo.catalog;

import static io.agizo.catalog.ProductFixtures.details;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.Together;
import io.agizo.api.Cursor;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.inventory.AdjustStock;
import io.agizo.shared.SearchWords;
import io.agizo.shared.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A search finds what a plain look at every product finds, whatever road it takes. */
@TestInstance(Lifecycle.PER_CLASS)
class SearchedProductsModuleTests {

    private static final List<String> WORDS = List.of(
            "tea",
            "TEA",
            "teapot",
            "te",
            "t",
            "zulu",
            "heirloom",
            "ea",
            "common",
            "comm",
            "ommo",
            "x",
            "sku-1",
            "12",
            "sku",
            "200g",
            "g",
            "%",
            "-",
            "çay",
            "Ça",
            "茶",
            "€",
            "common tea",
            "tea zulu",
            "common heirloom",
            "common 12",
            "common odd even",
            "nowhere",
            "common nowhere",
            "zulu heirloom",
            "even g");

    private final ModuleContext shop = ModuleContext.of(Products.class, UpsertProducts.class, AdjustStock.class);

    /** Enough of the common words that no road is walked to its end, and of the rare ones so few that it is. */
    @BeforeAll
    void fillTheShelves() {
        shop.sql().sql("""
                insert into product (id, sku, name, description, price, category, visible, version, created_at)
                select uuidv7(), case when i % 5 = 0 then 'TEA-' else 'sku-' end || i,
                       case when i > 11800 then 'zulu' when i % 7 = 0 then 'Teapot' else 'alpha' end || ' common '
                       || case when i % 2 = 0 then 'even' else 'odd' end
                       || case when i % 4000 = 1 then ' Heirloom' when i % 3000 = 2 then ' Çay 茶 5€' when i % 9 = 0 then ' tea' else '' end
                       || ' ' || i % 3 || '00g', '', i % 97, case when i % 50 = 0 then 'Few' when i % 3 = 0 then null else 'Many' end,
                       i % 11 > 0, 1, '2026-11-22T09:00:00Z'
                  from generate_series(1, 12500) as i
                """).update();
        shop.sql()
                .sql(
                        "insert into stock_level select id, case when right(sku, 2) = '77' then 0 else 3 end, 0 from product")
                .update();
        shop.sql()
                .sql("analyze product, stock_level, product_availability, product_word, product_vocabulary")
                .update();
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @EnumSource
    void findsWhatAPlainLookFinds(ProductSort sort) {
        Random random = new Random(7);
        for (String words : WORDS) {
            for (@Nullable String category : new String[] {null, "Few", "Many"}) {
                for (@Nullable Boolean inStock : new Boolean[] {null, true, false}) {
                    var filter = new ProductFilter(SearchWords.of(words), category, inStock, random.nextInt(5) > 0);
                    List<String> expected = plainLook(words, filter, sort);
                    int limit = 1 + random.nextInt(30);

                    assertThat(firstPages(filter, sort, limit))
                            .as("%s %s %s by %d", words, category, inStock, limit)
                            .isEqualTo(expected.subList(0, Math.min(expected.size(), 3 * limit)));
                }
            }
        }
    }

    /** The words themselves are kept by triggers, so all of them are compared with the text. */
    @Test
    void keepsTheWordsOfWhateverIsAddedChangedHiddenOrArchived() {
        Products products = shop.get(Products.class);
        products.add(Callers.shopkeeper(), details("NEW-1", "Quince jam", "5", null, true, 1));
        products.add(Callers.shopkeeper(), details("NEW-2", "Quince jelly", "5", null, true, 1));
        products.add(Callers.shopkeeper(), details("NEW-3", "Quince leaf", "5", null, true, 1));
        products.change(
                Callers.shopkeeper(),
                new Sku("NEW-1"),
                null,
                was -> details("NEW-1", "Fig jam", "7", null, true, null));
        products.change(
                Callers.shopkeeper(),
                new Sku("NEW-2"),
                null,
                was -> details("NEW-2", "Quince jelly", "9", null, false, null));
        products.archive(Callers.shopkeeper(), new Sku("NEW-3"), null);

        assertThat(found("quince", true)).isEmpty();
        assertThat(found("quince", false)).containsExactly("NEW-2");
        assertThat(found("fig", true)).containsExactly("NEW-1");
        assertThat(wordsThatDiffer()).isEmpty();
    }

    @Test
    void letsManyBringTheSameNewWordsAtOnce() {
        List<List<ProductDetails>> uploads = Stream.of("A", "B", "C", "D")
                .map(prefix -> Stream.iterate(0, i -> i + 1)
                        .limit(50)
                        .map(i -> details(
                                prefix + "-NEW-" + i,
                                "Guava " + "abcdefghij".charAt(i % 10) + "jam",
                                "3",
                                null,
                                true,
                                1))
                        .toList())
                .toList();

        Together.run(uploads.stream()
                .map(rows -> (Callable<Integer>) () -> {
                    rows.forEach(row -> shop.get(Products.class).add(Callers.shopkeeper(), row));
                    return rows.size();
                })
                .toList());

        assertThat(found("guava", true)).hasSize(30);
        assertThat(wordsThatDiffer()).isEmpty();
    }

    private List<String> found(String words, boolean visible) {
        return firstPages(new ProductFilter(SearchWords.of(words), null, null, visible), ProductSort.NAME, 10);
    }

    private List<String> wordsThatDiffer() {
        String expected =
                "select held, p.id, visible, name_key, price from product p, product_words(searched) as held where archived_at is null";
        String kept = "select word, id, visible, name_key, price from product_word";
        return shop.sql()
                .sql("((%1$s) except all (%2$s)) union all ((%2$s) except all (%1$s))".formatted(expected, kept))
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<String> firstPages(ProductFilter filter, ProductSort sort, int limit) {
        List<String> seen = new ArrayList<>();
        @Nullable List<String> after = null;
        for (int i = 0; i < 3; i++) {
            Page<ProductView> page =
                    shop.get(Products.class).list(Callers.shopkeeper(), filter, sort, new PageRequest(limit, after));
            page.items().forEach(product -> seen.add(product.sku().value()));
            if (page.nextCursor() == null) {
                break;
            }
            after = Cursor.read(page.nextCursor());
        }
        return seen;
    }

    private List<String> plainLook(String words, ProductFilter filter, ProductSort sort) {
        String direction = sort.descends() ? " desc" : "";
        String key = ProductListQuery.key(sort);
        var conditions = new StringBuilder();
        for (String word : words.toLowerCase(Locale.ROOT).split(" ")) {
            boolean begins = word.length() < 3 && word.chars().anyMatch(Character::isLetterOrDigit);
            conditions.append(" and position('%s' in searched) > 0".formatted((begins ? " " : "") + word));
        }
        conditions.append(filter.category() == null ? "" : " and category = '" + filter.category() + "'");
        conditions.append(filter.inStock() == null ? "" : " and (on_hand > 0) = " + filter.inStock());
        return shop.sql()
                .sql(
                        "select sku from product left join stock_level on product_id = id where archived_at is null and visible = "
                                + filter.visible() + conditions + " order by " + key + direction + ", id" + direction)
                .query(String.class)
                .list();
    }
}
