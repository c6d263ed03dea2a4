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
import io.agizo.search.Match;
import io.agizo.search.SearchText;
import io.agizo.search.SearchedWords;
import io.agizo.search.Vocabulary;
import io.agizo.shared.Sku;
import java.util.ArrayList;
import java.util.List;
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
import org.junit.jupiter.params.provider.NullSource;

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
            "even g",
            "comon",
            "heirlom",
            "zullu tea",
            "evne 200 g",
            "TEA 12",
            "2500");

    private final ModuleContext shop = ModuleContext.of(Products.class, UpsertProducts.class, AdjustStock.class);

    /** Enough of the common words that no road is walked to its end, and of the rare ones so few that it is. */
    @BeforeAll
    void fillTheShelves() {
        shop.sql().sql("""
                insert into product (id, sku, name, description, price, category, visible, version, created_at)
                select gen_random_uuid(), case when i % 5 = 0 then 'TEA-' else 'sku-' end || i,
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
                .sql("analyze product, stock_level, product_availability, search_word")
                .update();
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @EnumSource
    @NullSource
    void findsWhatAPlainLookFinds(@Nullable ProductSort sort) {
        Random random = new Random(7);
        for (String words : WORDS) {
            for (@Nullable String category : new String[] {null, "Few", "Many"}) {
                for (@Nullable Boolean inStock : new Boolean[] {null, true, false}) {
                    var filter = new ProductFilter(SearchText.of(words), category, inStock, random.nextInt(5) > 0);
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
        return firstPages(new ProductFilter(SearchText.of(words), null, null, visible), ProductSort.NAME, 10);
    }

    /** The words of names that the vocabulary lacks. */
    private List<String> wordsThatDiffer() {
        return shop.sql().sql("""
                        select word from product, unnest(search_names(words)) as word where archived_at is null
                        except
                        select word from search_word where realm = 'product'
                        """).query(String.class).list();
    }

    private List<String> firstPages(ProductFilter filter, @Nullable ProductSort sort, int limit) {
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

    private List<String> plainLook(String text, ProductFilter filter, @Nullable ProductSort sort) {
        SearchedWords words = shop.get(Vocabulary.class).read("product", new SearchText(text));
        if (words.none()) {
            return List.of();
        }
        String direction = sort == null || sort.descends() ? " desc" : "";
        String key = sort == null
                ? "case when words @@ :itself::tsquery then 0 when words @@ :whole::tsquery then 1 when words @@ :begun::tsquery then 2 else 3 end"
                : ProductListQuery.key(sort) + direction;
        return shop.sql()
                .sql(
                        "select sku from product left join stock_level on product_id = id where archived_at is null and visible = "
                                + filter.visible() + " and words @@ :words::tsquery"
                                + (filter.category() == null ? "" : " and category = '" + filter.category() + "'")
                                + (filter.inStock() == null ? "" : " and (on_hand > 0) = " + filter.inStock())
                                + " order by " + key + ", id" + direction)
                .param("words", words.query(Match.NEAR))
                .param("itself", words.query(Match.ITSELF))
                .param("whole", words.query(Match.WHOLE))
                .param("begun", words.query(Match.BEGUN))
                .query(String.class)
                .list();
    }
}
