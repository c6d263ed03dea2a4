package io.agizo.catalog;

import static io.agizo.catalog.ProductFixtures.added;
import static io.agizo.catalog.ProductFixtures.details;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.Together;
import io.agizo.api.Cursor;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import io.agizo.inventory.AdjustStock;
import io.agizo.inventory.StockAdjustment;
import io.agizo.search.SearchText;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Sku;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class ListedProductsModuleTests {

    private static final ProductFilter ALL = filter(null, null, null);

    private final ModuleContext shop = ModuleContext.of(Products.class, AdjustStock.class);

    @BeforeAll
    void fillTheShelves() {
        added(shop, details("B", "banana", "20", "Fruit", true, 5));
        added(shop, details("A1", "Apple", "30", "Fruit", true, 0));
        added(shop, details("A2", "apple", "30", "Fruit", true, 7));
        added(shop, details("SOAP_1", "Soap 100% olive", "100", "Household", true, 1));
        added(shop, details("C", "Çay", "9.50", null, true, 2));
        added(shop, details("H", "Hidden apple", "1", "Fruit", false, 2));
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @Test
    void haveCategoriesToChooseFrom() {
        added(shop, details("Z", "Hidden zinc", "1", "Metals", false, 2));

        assertThat(shop.get(Products.class).categories(Caller.anyone()))
                .extracting(Category::name)
                .containsSubsequence("Fruit", "Household")
                .doesNotContain("Metals")
                .doesNotHaveDuplicates();
        assertThat(shop.get(Products.class).categories(Callers.shopkeeper()))
                .extracting(Category::name)
                .containsSubsequence("Fruit", "Household", "Metals")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "name,A1 A2 B SOAP_1 C",
        "-name,C SOAP_1 B A2 A1",
        "price,C B A1 A2 SOAP_1",
        "-price,SOAP_1 A2 A1 B C",
        "newest,C SOAP_1 A2 A1 B"
    })
    void arePagedOneByOneInEachOrder(String sort, String skus) {
        List<String> seen = new ArrayList<>();
        @Nullable List<String> after = null;
        do {
            Page<ProductView> page = list(ALL, ProductSort.of(sort), new PageRequest(1, after));
            seen.add(skus(page));
            after = page.nextCursor() == null ? null : Cursor.read(page.nextCursor());
        } while (after != null);

        assertThat(String.join(" ", seen)).isEqualTo(skus);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "apple,-,-,A1 A2",
                "APP,-,-,A1 A2",
                "so oli,-,-,SOAP_1",
                "soap_,-,-,SOAP_1",
                "soap 1,-,-,SOAP_1",
                "_,-,-,''",
                "%,-,-,''",
                "çay,-,-,C",
                "hidden,-,-,''",
                "-,Fruit,-,A1 A2 B",
                "-,fruit,-,''",
                "-,-,true,A2 B SOAP_1 C",
                "-,-,false,A1",
                "a,Fruit,true,A2",
                "appel,Fruit,true,A2",
                "apple,Household,-,''"
            })
    void areNarrowedByWordsCategoryAndStock(
            @Nullable String words, @Nullable String category, @Nullable Boolean inStock, String skus) {
        assertThat(skus(list(filter(words, category, inStock), ProductSort.NAME, new PageRequest(20, null))))
                .isEqualTo(skus);
    }

    @Test
    void moveBetweenTheListsOfStockWithTheLastUnit() {
        added(shop, details("LAST", "Last mango", "5", "Mango", true, 1));
        ProductFilter left = filter("mango", "Mango", true);
        ProductFilter gone = filter("mango", "Mango", false);
        assertThat(skus(list(left, ProductSort.PRICE, new PageRequest(20, null))))
                .isEqualTo("LAST");

        shop.get(AdjustStock.class).adjust(Callers.shopkeeper(), new Sku("LAST"), new StockAdjustment(-1, "eaten"));

        assertThat(skus(list(left, ProductSort.PRICE, new PageRequest(20, null))))
                .isEmpty();
        assertThat(skus(list(gone, ProductSort.NEWEST, new PageRequest(20, null))))
                .isEqualTo("LAST");
        shop.sql().sql("update product set visible = false where sku = 'LAST'").update();
    }

    /** Both write where the product stands in the lists of stock, and neither may undo what the other wrote. */
    @Test
    void moveBetweenTheListsOfStockWhileTheyAreRenamed() {
        Sku sku = new Sku("BUSY");
        added(shop, details("BUSY", "Busy 0", "5", "Busy", true, 1));
        for (int round = 1; round <= 20; round++) {
            String name = "Busy " + round;
            int delta = round % 2 == 0 ? 1 : -1;
            Together.run(List.of(
                    () -> shop.get(Products.class)
                            .change(
                                    Callers.shopkeeper(),
                                    sku,
                                    null,
                                    was -> details("BUSY", name, "5", "Busy", true, null)),
                    () -> shop.get(AdjustStock.class)
                            .adjust(Callers.shopkeeper(), sku, new StockAdjustment(delta, "counted"))));

            assertThat(shop.sql()
                            .sql("select name_key || ' ' || in_stock from product_availability where category = 'Busy'")
                            .query(String.class)
                            .single())
                    .isEqualTo("busy " + round + " " + (delta > 0));
        }
        shop.get(Products.class).archive(Callers.shopkeeper(), sku, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name\nApple",
                "price\n30.00\n01a2038e-0540-7082-873e-24beb13b0e9d",
                "name\nApple\nnot-an-id",
                "newest\n1\n01a2038e-0540-7082-873e-24beb13b0e9d"
            })
    void refuseAForeignCursor(String key) {
        assertThatThrownBy(() -> list(ALL, ProductSort.NAME, new PageRequest(1, List.of(key.split("\n", -1)))))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1", "abc", "1.001"})
    void refuseACursorWithAPriceThatNobodyCharges(String price) {
        PageRequest request = new PageRequest(1, List.of("price", price, "01a2038e-0540-7082-873e-24beb13b0e9d"));

        assertThatThrownBy(() -> list(ALL, ProductSort.PRICE, request)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void refuseAnOrderNobodyDocumented() {
        assertThatThrownBy(() -> ProductSort.of("id"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("must be one of name, -name, price, -price, newest");
    }

    private Page<ProductView> list(ProductFilter filter, ProductSort sort, PageRequest request) {
        return shop.get(Products.class).list(Callers.shopkeeper(), filter, sort, request);
    }

    private static ProductFilter filter(@Nullable String words, @Nullable String category, @Nullable Boolean inStock) {
        return new ProductFilter(SearchText.of(words), category, inStock, true);
    }

    private static String skus(Page<ProductView> page) {
        return String.join(
                " ", page.items().stream().map(product -> product.sku().value()).toList());
    }
}
