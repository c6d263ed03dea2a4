package io.agizo.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import io.agizo.inventory.AdjustStock;
import io.agizo.search.SearchText;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.RowOutcome;
import io.agizo.shared.Sku;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products that have a name and a description for readers of Swahili. */
@TestInstance(Lifecycle.PER_CLASS)
class TranslatedProductsModuleTests {

    private static final Sku MILK = new Sku("MILK-500");

    private final ModuleContext shop =
            ModuleContext.of(Products.class, UpsertProducts.class, PriceList.class, AdjustStock.class);
    private final Products products = shop.get(Products.class);

    @BeforeEach
    void empty() {
        shop.sql()
                .sql("truncate product, stock_level, product_availability, search_word")
                .update();
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @Test
    void areCalledInTheLanguageOfTheReaderAsFarAsItIsSaid() {
        ProductView milk = add(milk("Maziwa fresh", null));

        assertThat(products.get(Callers.shopkeeper(), MILK)).isEqualTo(milk);
        assertThat(milk.name()).isEqualTo("Fresh milk 500 ml");
        assertThat(milk.nameIn("sw")).isEqualTo("Maziwa fresh");
        assertThat(milk.nameIn("en")).isEqualTo("Fresh milk 500 ml");
        assertThat(milk.descriptionIn("sw")).isEqualTo("Whole milk");
        assertThat(shop.get(PriceList.class).bySku(List.of(MILK)).values())
                .singleElement()
                .returns("Fresh milk 500 ml", PricedProduct::name)
                .returns("Maziwa fresh", PricedProduct::nameSw);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maziwa", "mazwia", "milk", "milc", "fresh maziwa", "milk maziwa", "milk 500", "500ml"})
    void areFoundByEitherName(String words) {
        add(milk("Maziwa safi", null));
        add(new ProductDetails("TEA", "Tea", null, BigDecimal.ONE, null, null, 1, null, null, null));

        assertThat(found(words)).containsExactly(MILK);
    }

    @Test
    void areNoLongerFoundByANameThatIsTakenAway() {
        add(milk("Maziwa", "Safi"));
        products.change(Callers.shopkeeper(), MILK, null, present -> milk(" ", "\t"));

        assertThat(found("maziwa")).isEmpty();
        ProductView now = products.get(Callers.shopkeeper(), MILK);
        assertThat(now.translations()).isEqualTo(Translations.NONE);
        assertThat(now.version()).isEqualTo(2);
        products.change(Callers.shopkeeper(), MILK, null, present -> milk("", ""));
        assertThat(products.get(Callers.shopkeeper(), MILK).version()).isEqualTo(2);
    }

    @Test
    void areInCategoriesThatAreCalledInBothLanguages() {
        add(inDairy("MALA", "Maziwa"));
        add(inDairy("GHEE", null));
        products.add(Callers.shopkeeper(), inDairy("HIDDEN", "Ghala").shown(false));

        assertThat(products.categories(Caller.anyone())).containsExactly(new Category("Dairy", "Maziwa"));
        assertThat(products.get(Callers.shopkeeper(), new Sku("MALA")).categoryIn("sw"))
                .isEqualTo("Maziwa");
        assertThat(products.get(Callers.shopkeeper(), new Sku("GHEE")).categoryIn("sw"))
                .isEqualTo("Dairy");
        products.change(Callers.shopkeeper(), new Sku("MALA"), null, present -> inDairy("MALA", " "));
        assertThat(products.categories(Caller.anyone()))
                .singleElement()
                .returns("Dairy", category -> category.nameIn("sw"));
    }

    @Test
    void takeWordsOfAnyScript() {
        String name = "<b>\u0645\u0627\u0632\u064a\u0648\u0627</b> 🥛 \"'";

        assertThat(add(milk(name, "a\nb")).nameIn("sw")).isEqualTo(name);
    }

    @Test
    void refuseWhatIsTooLongOrNoText() {
        var refused = catchThrowableOfType(
                InvalidInput.class, () -> add(milk("two\nlines" + "x".repeat(4_000), "x".repeat(5_001))));

        assertThat(refused.faults())
                .extracting(InvalidInput.Fault::pointer)
                .containsOnly("/translations/sw/description", "/translations/sw/name")
                .hasSize(3);
    }

    @Test
    void keepWhatAListDoesNotSay() {
        add(milk("Maziwa", "Safi"));

        List<RowOutcome> outcomes = upsert(milk(null, null), milk("Maziwa fresh", null));
        assertThat(outcomes).hasExactlyElementsOfTypes(RowOutcome.Unchanged.class, RowOutcome.Updated.class);
        assertThat(products.get(Callers.shopkeeper(), MILK).translations())
                .isEqualTo(Translations.swahili("Maziwa fresh", "Safi"));
    }

    private List<RowOutcome> upsert(ProductDetails first, ProductDetails second) {
        UpsertProducts upsert = shop.get(UpsertProducts.class);
        return List.of(
                upsert.upsert(Callers.shopkeeper(), List.of(first)).getFirst(),
                upsert.upsert(Callers.shopkeeper(), List.of(second)).getFirst());
    }

    private ProductView add(ProductDetails details) {
        return products.add(Callers.shopkeeper(), details);
    }

    private List<Sku> found(String words) {
        var filter = new ProductFilter(SearchText.of(words), null, null, true);
        return products.list(Callers.shopkeeper(), filter, null, new PageRequest(20, null)).items().stream()
                .map(ProductView::sku)
                .toList();
    }

    private static ProductDetails inDairy(String sku, @Nullable String swahili) {
        return new ProductDetails(
                sku,
                sku,
                null,
                BigDecimal.ONE,
                "Dairy",
                true,
                null,
                null,
                null,
                Translations.swahili(null, null, swahili));
    }

    private static ProductDetails milk(@Nullable String name, @Nullable String description) {
        return new ProductDetails(
                MILK.value(),
                "Fresh milk 500 ml",
                "Whole milk",
                new BigDecimal("65.00"),
                "Dairy",
                true,
                null,
                null,
                null,
                Translations.swahili(name, description));
    }
}
