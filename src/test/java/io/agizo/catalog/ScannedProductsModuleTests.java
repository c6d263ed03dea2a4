package io.agizo.catalog;

import static io.agizo.catalog.ProductFixtures.added;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.Together;
import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import io.agizo.inventory.AdjustStock;
import io.agizo.search.SearchText;
import io.agizo.shared.Conflict;
import io.agizo.shared.Ids;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.RowOutcome;
import io.agizo.shared.Sku;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannedProductsModuleTests {

    private static final Caller SHOPKEEPER = Callers.shopkeeper();
    private static final String TEA = "6161100600034";
    private static final String CRATE = "CRATE-7";

    @AutoClose
    private final ModuleContext shop = ModuleContext.of(Products.class, AdjustStock.class);

    private final Products products = shop.get(Products.class);
    private final UpsertProducts uploads = shop.get(UpsertProducts.class);

    @Test
    void areFoundByEachOfTheirCodesInEitherForm() {
        ProductView tea = added(shop, labelled("TEA", TEA, CRATE, "0036000291452"));

        assertThat(tea.barcodes()).containsExactly(TEA, CRATE, "036000291452");
        for (String scanned : List.of(TEA, CRATE, "036000291452", "0036000291452")) {
            assertThat(products.byBarcode(SHOPKEEPER, scanned)).as(scanned).contains(tea);
        }
        assertThat(products.byBarcode(SHOPKEEPER, "96385074")).isEmpty();
        assertThat(products.byBarcode(SHOPKEEPER, "<script>")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {TEA, "6161 1006 00034", "600034", "crate7", "36000291452", "0036000291452"})
    void areFoundBySearchingForACode(String typed) {
        added(shop, labelled("TEA", TEA, CRATE, "036000291452"));
        added(shop, labelled("SUGAR"));

        assertThat(products.list(
                                SHOPKEEPER,
                                new ProductFilter(SearchText.of(typed), null, null, true),
                                null,
                                new PageRequest(5, null))
                        .items())
                .extracting(product -> product.sku().value())
                .containsExactly("TEA");
    }

    @Test
    void showTheirCodesToThoseBehindTheCounterOnly() {
        added(shop, labelled("TEA", TEA));
        added(shop, hidden(labelled("SECRET", CRATE)));

        assertThat(products.byBarcode(Caller.anyone(), TEA)).hasValueSatisfying(tea -> {
            assertThat(tea.barcodes()).isNull();
            assertThat(tea.availability()).isNull();
        });
        assertThat(products.byBarcode(Caller.anyone(), CRATE)).isEmpty();
        assertThat(products.byBarcode(SHOPKEEPER, CRATE)).isPresent();
    }

    @Test
    void shareNoCode() {
        added(shop, labelled("TEA", TEA));
        added(shop, labelled("SUGAR", CRATE));

        assertTaken(() -> added(shop, labelled("OTHER", TEA)));
        assertTaken(() -> products.change(SHOPKEEPER, new Sku("SUGAR"), null, sugar -> labelled("SUGAR", CRATE, TEA)));
        assertThat(products.byBarcode(SHOPKEEPER, CRATE)).isPresent();
        assertThat(products.byBarcode(SHOPKEEPER, TEA))
                .hasValueSatisfying(tea -> assertThat(tea.sku().value()).isEqualTo("TEA"));
    }

    @Test
    void giveACodeBackWhenTheyLoseItOrAreArchived() {
        added(shop, labelled("TEA", TEA, CRATE));
        products.change(SHOPKEEPER, new Sku("TEA"), null, tea -> labelled("TEA", TEA));
        added(shop, labelled("CRATE", CRATE));
        products.archive(SHOPKEEPER, new Sku("TEA"), null);

        assertThat(products.byBarcode(SHOPKEEPER, TEA)).isEmpty();
        assertThat(added(shop, labelled("TEA", TEA)).barcodes()).containsExactly(TEA);
    }

    @Test
    void oneOfThoseWhoAddACodeAtOnceHasIt() {
        List<Boolean> given = Together.run(6, () -> {
            try {
                added(shop, labelled("TEA-" + Ids.next(), TEA));
                return true;
            } catch (Conflict taken) {
                return false;
            }
        });

        assertThat(given).containsOnlyOnce(true);
    }

    @Test
    void areLabelledByUploads() {
        added(shop, labelled("TEA", TEA));

        List<RowOutcome> outcomes = uploads.upsert(
                SHOPKEEPER,
                List.of(
                        row("TEA", CRATE),
                        row("SUGAR", TEA),
                        row("SUGAR", null),
                        row("SALT", CRATE),
                        row("FLOUR", "6.16E+12")));

        assertThat(outcomes)
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Updated", "Created", "Unchanged", "Refused", "Refused");
        assertThat(outcomes.get(3)).asString().contains("TEA").contains("/barcodes");
        assertThat(products.byBarcode(SHOPKEEPER, CRATE))
                .hasValueSatisfying(tea -> assertThat(tea.sku().value()).isEqualTo("TEA"));
        assertThat(products.byBarcode(SHOPKEEPER, TEA))
                .hasValueSatisfying(sugar -> assertThat(sugar.sku().value()).isEqualTo("SUGAR"));
    }

    @Test
    void haveNoMoreCodesThanALabelHolds() {
        String[] codes = new String[21];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = "CODE-" + i;
        }
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> added(shop, labelled("TEA", codes)))
                .satisfies(invalid -> assertThat(invalid.faults())
                        .singleElement()
                        .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/barcodes")));
    }

    private static void assertTaken(Runnable act) {
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(act::run)
                .satisfies(conflict -> assertThat(conflict.type()).isEqualTo("duplicate-barcode"))
                .withMessageContaining("product TEA");
    }

    private static ProductDetails labelled(String sku, String... barcodes) {
        return new ProductDetails(
                sku, "Product " + sku.charAt(0), null, BigDecimal.ONE, null, true, null, List.of(barcodes), null, null);
    }

    private static ProductDetails hidden(ProductDetails details) {
        return new ProductDetails(
                details.sku(),
                details.name(),
                null,
                details.price(),
                null,
                false,
                null,
                details.barcodes(),
                null,
                null);
    }

    private static ProductDetails row(String sku, @Nullable String barcode) {
        return new ProductDetails(
                sku,
                "Product " + sku.charAt(0),
                null,
                BigDecimal.ONE,
                null,
                null,
                null,
                barcode == null ? null : List.of(barcode),
                null,
                null);
    }
}
