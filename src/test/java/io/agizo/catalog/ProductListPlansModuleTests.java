package io.agizo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.PreparedPlans;
import io.agizo.TestDatabase;
import io.agizo.WatchedDatabase;
import io.agizo.api.PageRequest;
import io.agizo.inventory.AdjustStock;
import io.agizo.search.SearchText;
import io.agizo.shared.AmountRange;
import io.agizo.shared.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;

@TestInstance(Lifecycle.PER_CLASS)
class ProductListPlansModuleTests {

    private final WatchedDatabase database = new WatchedDatabase(TestDatabase.fresh());
    private final ModuleContext shop = ModuleContext.on(database, Products.class, AdjustStock.class);

    @BeforeAll
    void fillTheShelves() {
        shop.sql().sql("""
                insert into product (id, sku, name, description, price, category, visible, version, created_at)
                select gen_random_uuid(), 'SKU-' || i,
                       case when i > 47000 then 'zulu' when i % 10 = 0 then 'alpha' else substr(md5(i::text), 1, 5) end
                       || ' number ' || i, '', case when i > 47000 then 1000 + i else i % 997 end,
                       'Category ' || i % 50, i % 3 > 0, 1, '2026-11-22T09:00:00Z'
                  from generate_series(1, 50000) as i
                """).update();
        shop.sql().sql("""
                insert into stock_level
                select id, 10, case row_number() over (order by id) % 100 when 0 then 10 when 1 then 6 else 3 end
                  from product
                """).update();
        shop.sql()
                .sql("analyze product, stock_level, product_availability, search_word")
                .update();
    }

    @AfterAll
    void close() {
        shop.close();
    }

    /** And the two after it: one tells whether there is more, and one ends the last group of a sort. */
    @ParameterizedTest
    @EnumSource
    void aPageReadsWhatItShows(ProductSort sort) {
        assertThat(rowsRead(null, null, sort, null)).isLessThanOrEqualTo(22);
    }

    @ParameterizedTest
    @EnumSource
    void aPageFarIntoTheListReadsWhatItShows(ProductSort sort) {
        List<String> position = shop.sql()
                .sql("select id, name, price from product where visible order by %s offset 20000 limit 1"
                        .formatted(
                                switch (sort) {
                                    case NAME, NAME_DESCENDING -> "lower(name), id";
                                    case PRICE, PRICE_DESCENDING -> "price, id";
                                    case NEWEST -> "id";
                                }))
                .query((row, number) -> {
                    String id = row.getString("id");
                    return switch (sort) {
                        case NAME, NAME_DESCENDING -> List.of(sort.word(), row.getString("name"), id);
                        case PRICE, PRICE_DESCENDING ->
                            List.of(sort.word(), row.getBigDecimal("price").toPlainString(), id);
                        case NEWEST -> List.of(sort.word(), id, id);
                    };
                })
                .single();

        assertThat(rowsRead(null, null, sort, position)).isLessThanOrEqualTo(22);
    }

    @Test
    void aCategoryReadsWhatItShows() {
        assertThat(rowsRead(null, "Category 7", ProductSort.NAME, null)).isLessThanOrEqualTo(21);
    }

    @ParameterizedTest
    @EnumSource
    void aCategoryInAnyOrderReadsNoMoreThanTheCategory(ProductSort sort) {
        assertThat(rowsRead(null, "Category 7", sort, null)).isLessThanOrEqualTo(2_500);
    }

    @ParameterizedTest
    @CsvSource({"number 49999", "SKU-49999", "49998 num"})
    void wordsReadWhatHoldsThem(String words) {
        assertThat(rowsRead(words, null, ProductSort.PRICE, null)).isLessThanOrEqualTo(10_001);
    }

    /** Three thousand, the dearest and newest, with names of the end of the alphabet. */
    @ParameterizedTest
    @EnumSource
    void aCommonWordFarAlongTheListReadsNoMoreThanWhatHoldsIt(ProductSort sort) {
        assertThat(rowsRead("zulu", null, sort, null)).isLessThanOrEqualTo(3_000);
        assertThat(rowsRead("z", null, sort, null)).isLessThanOrEqualTo(3_000);
    }

    @ParameterizedTest
    @CsvSource({"number", "zulu", "z"})
    void theBestOfWhatIsCommonReadLittleMoreThanIsShown(String words) {
        assertThat(rowsRead(words, null, null, null)).isLessThanOrEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource({"alpha", "zullu", "alhpa", "xylophone", "49999", "SKU-49999", "number 49999"})
    void theBestOfAnyOtherWordsReadNoMoreThanWhatMatches(String words) {
        assertThat(rowsRead(words, null, null, null)).isLessThanOrEqualTo(5_000);
    }

    @ParameterizedTest
    @EnumSource
    void twoCommonWordsThatAreNeverTogetherAreGivenUpInTime(ProductSort sort) {
        assertThat(rowsRead("zulu alpha", null, sort, null)).isLessThanOrEqualTo(10_001);
    }

    @ParameterizedTest
    @EnumSource
    void aWordInASmallCategoryReadsNoMoreThanTheCategory(ProductSort sort) {
        assertThat(rowsRead("number", "Category 7", sort, null)).isLessThanOrEqualTo(10_001);
    }

    /** However common the words are, and whether any are sold out. */
    @ParameterizedTest
    @EnumSource
    @NullSource
    void noListReadsTheWholeTableOnceItIsPrepared(@Nullable ProductSort sort) {
        for (@Nullable String words : new String[] {null, "number", "number 49999", "nowhere", "n", "zulu", "zullu", "zulu alpha"}) {
            for (@Nullable String category : new String[] {null, "Category 7", "None"}) {
                for (@Nullable Boolean inStock : new Boolean[] {null, true, false}) {
                    ProductFilter filter = new ProductFilter(SearchText.of(words), category, inStock, true);

                    assertThat(PreparedPlans.rowsReadWithoutIndex(shop, "product", () -> list(filter, sort, null)))
                            .as("%s %s %s", words, category, inStock)
                            .isZero();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOrIsNotInStockReadsLittle(ProductSort sort) {
        assertThat(database.rowsReadBy(
                        () -> list(new ProductFilter(SearchText.of(null), null, true, true), sort, null)))
                .isLessThanOrEqualTo(2_001);
        assertThat(database.rowsReadBy(
                        () -> list(new ProductFilter(SearchText.of(null), "Category 7", false, true), sort, null)))
                .isLessThanOrEqualTo(2_001);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLowOrOutReadsLittle(ProductSort sort) {
        for (Availability availability : Availability.values()) {
            for (@Nullable String category : new String[] {null, "Category 7"}) {
                var filter = new ProductFilter(null, category, AmountRange.ANY, null, true, availability, null);

                assertThat(database.rowsReadBy(() -> list(filter, sort, null)))
                        .as("%s %s", availability, category)
                        .isLessThanOrEqualTo(2_001);
                assertThat(PreparedPlans.rowsReadWithoutIndex(shop, "product", () -> list(filter, sort, null)))
                        .isZero();
            }
        }
    }

    @Test
    void theWorstReadNoMoreThanWhatIsLow() {
        assertThat(database.rowsReadBy(() -> shop.get(LowStock.class).list(Callers.shopkeeper(), 10)))
                .isLessThanOrEqualTo(2_500);
    }

    @Test
    void oneProductReadsOneProduct() {
        assertThat(database.rowsReadBy(() -> shop.get(Products.class).get(Callers.shopkeeper(), new Sku("SKU-7"))))
                .isEqualTo(1);
    }

    @Test
    void pricesReadTheProductsAskedFor() {
        assertThat(database.rowsReadBy(
                        () -> shop.get(PriceList.class).bySku(List.of(new Sku("SKU-7"), new Sku("SKU-8")))))
                .isEqualTo(2);
    }

    private long rowsRead(
            @Nullable String words,
            @Nullable String category,
            @Nullable ProductSort sort,
            @Nullable List<String> after) {
        ProductFilter filter = new ProductFilter(SearchText.of(words), category, null, true);
        return database.rowsReadBy(() -> list(filter, sort, after));
    }

    private void list(ProductFilter filter, @Nullable ProductSort sort, @Nullable List<String> after) {
        shop.get(Products.class).list(Callers.shopkeeper(), filter, sort, new PageRequest(20, after));
    }
}
