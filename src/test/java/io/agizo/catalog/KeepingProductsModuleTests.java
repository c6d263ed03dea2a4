package io.agizo.catalog;

import static io.agizo.catalog.ProductFixtures.added;
import static io.agizo.catalog.ProductFixtures.details;
import static io.agizo.catalog.ProductFixtures.tea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.Together;
import io.agizo.api.PageRequest;
import io.agizo.catalog.ProductView.Stock;
import io.agizo.identity.Caller;
import io.agizo.identity.NotSignedIn;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.inventory.AdjustStock;
import io.agizo.search.SearchText;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import io.agizo.shared.NotFound;
import io.agizo.shared.Sku;
import io.agizo.shared.Stale;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeepingProductsModuleTests {

    private static final Caller SHOPKEEPER = Callers.shopkeeper();
    private static final Sku TEA = new Sku("TEA-500");

    @AutoClose
    private final ModuleContext shop = ModuleContext.of(Products.class, AdjustStock.class);

    private final Products products = shop.get(Products.class);

    @Test
    void keepsAProductAsItWasAddedWithItsOpeningStock() {
        ProductView tea = added(shop, tea());

        assertThat(tea.price().plain()).isEqualTo("450.00");
        assertThat(tea.currency()).isEqualTo("KES");
        assertThat(tea.stock()).isEqualTo(new Stock(100, 0, 100));
        assertThat(products.get(SHOPKEEPER, TEA)).isEqualTo(tea);
        assertThat(shop.sql()
                        .sql("select kind, on_hand_delta, moved_by from stock_movement")
                        .query()
                        .singleRow()
                        .values())
                .containsExactly("opening", 100, "Wanjiru");
    }

    @Test
    void isVisibleWithoutStockUnlessToldOtherwise() {
        ProductView tea = added(shop, details("TEA-500", "Tea", "450", null, null, null));

        assertThat(tea.visible()).isTrue();
        assertThat(tea.description()).isEmpty();
        assertThat(tea.stock()).isEqualTo(new Stock(0, 0, 0));
        assertThat(products.get(SHOPKEEPER, TEA)).isEqualTo(tea);
    }

    @Test
    void refusesAnSkuThatIsTaken() {
        added(shop, tea());

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> added(shop, tea()))
                .satisfies(conflict -> assertThat(conflict.type()).isEqualTo("duplicate-sku"));
        assertThat(shop.sql()
                        .sql("select count(*) from stock_level")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void givesAnSkuToOneOfThoseWhoAddItAtOnce() {
        List<Boolean> given = Together.run(8, () -> {
            try {
                added(shop, tea());
                return true;
            } catch (Conflict taken) {
                return false;
            }
        });

        assertThat(given).containsOnlyOnce(true);
        assertThat(shop.sql()
                        .sql("select sum(on_hand) from stock_level")
                        .query(Integer.class)
                        .single())
                .isEqualTo(100);
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        ProductDetails wrong = new ProductDetails(
                "TEA 500",
                "Tea\n500",
                "a".repeat(5_001),
                new BigDecimal("1.001"),
                "c".repeat(61),
                null,
                -1,
                null,
                null,
                null);

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> added(shop, wrong))
                .satisfies(invalid -> assertThat(invalid.faults())
                        .extracting(Fault::pointer)
                        .containsOnly("/sku", "/name", "/description", "/price", "/category", "/stock"));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> added(shop, details(null, " ", null, null, null, 1_000_000_001)))
                .satisfies(invalid -> assertThat(invalid.faults())
                        .extracting(Fault::pointer)
                        .containsOnly("/sku", "/name", "/price", "/stock"));
    }

    @Test
    void takesADescriptionOfSeveralLines() {
        ProductDetails tea = new ProductDetails(
                "TEA-500",
                "Tea",
                "Loose leaf.\r\nFrom Kericho.",
                new BigDecimal("1"),
                null,
                null,
                null,
                null,
                null,
                null);

        assertThat(added(shop, tea).description()).isEqualTo("Loose leaf.\nFrom Kericho.");
    }

    @Test
    void changesWhatIsSaidAndCountsTheVersion() {
        added(shop, tea());

        ProductView changed =
                products.change(SHOPKEEPER, TEA, 1, tea -> details("TEA-1000", "Tea 1 kg", "800", null, false, null));

        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.stock()).isEqualTo(new Stock(100, 0, 100));
        assertThat(products.get(SHOPKEEPER, new Sku("TEA-1000"))).isEqualTo(changed);
        assertThatThrownBy(() -> products.get(SHOPKEEPER, TEA)).isInstanceOf(NotFound.class);
    }

    @Test
    void staysAtItsVersionWhenNothingIsSaid() {
        ProductView tea = added(shop, tea());

        assertThat(products.change(SHOPKEEPER, TEA, null, same -> same)).isEqualTo(tea);
    }

    @Test
    void refusesToChangeStockAsideOfTheLedger() {
        added(shop, tea());

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> products.change(SHOPKEEPER, TEA, null, tea -> tea()))
                .satisfies(invalid ->
                        assertThat(invalid.faults()).extracting(Fault::pointer).containsExactly("/stock"));
    }

    @Test
    void refusesToChangeToAnSkuThatIsTaken() {
        added(shop, tea());
        added(shop, details("SUGAR", "Sugar", "150", null, null, 5));

        assertThatThrownBy(() ->
                        products.change(SHOPKEEPER, TEA, null, tea -> details("SUGAR", "Tea", "450", null, null, null)))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void refusesAChangeThatWasMadeForAnotherVersion() {
        added(shop, tea());

        assertThatThrownBy(() -> products.change(SHOPKEEPER, TEA, 2, same -> same))
                .isInstanceOf(Stale.class);
        assertThatThrownBy(() -> products.archive(SHOPKEEPER, TEA, 2)).isInstanceOf(Stale.class);
    }

    @Test
    void leavesTheCatalogueWhenArchivedAndFreesItsSku() {
        ProductView tea = added(shop, tea());

        products.archive(SHOPKEEPER, TEA, 1);

        assertThatThrownBy(() -> products.get(SHOPKEEPER, TEA)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> products.archive(SHOPKEEPER, TEA, null)).isInstanceOf(NotFound.class);
        assertThat(shop.get(PriceList.class).bySku(List.of(TEA))).isEmpty();
        assertThat(list(Callers.shopkeeper(), true)).isEmpty();
        assertThat(added(shop, tea()).id()).isNotEqualTo(tea.id());
    }

    @Test
    void shoppersSeeWhatIsVisibleAndHowMuchTheyCanOrder() {
        added(shop, tea());
        added(shop, details("SECRET", "Next season's tea", "450", null, false, 5));

        assertThat(products.get(Caller.anyone(), TEA).stock()).isEqualTo(new Stock(null, null, 100));
        assertThat(list(Caller.anyone(), true)).singleElement().satisfies(tea -> {
            assertThat(tea.sku()).isEqualTo(TEA);
            assertThat(tea.stock()).isEqualTo(new Stock(null, null, 100));
        });
        assertThatThrownBy(() -> products.get(Caller.anyone(), new Sku("SECRET")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> list(Caller.anyone(), false)).isInstanceOf(NotSignedIn.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Permission.class,
            names = {"PRODUCTS_WRITE", "STOCK_WRITE", "ORDERS_READ"})
    void thoseBehindTheCounterSeeAllOfIt(Permission permission) {
        Caller employee = Callers.with(permission);
        added(shop, details("SECRET", "Next season's tea", "450", null, false, 5));

        assertThat(products.get(employee, new Sku("SECRET")).stock()).isEqualTo(new Stock(5, 0, 5));
        assertThat(list(employee, true)).isEmpty();
    }

    @Test
    void whatIsHiddenIsListedForThoseWhoMayChangeIt() {
        added(shop, tea());
        added(shop, details("SECRET", "Next season's tea", "450", null, false, 5));

        assertThat(list(Callers.with(Permission.PRODUCTS_WRITE), false))
                .extracting(product -> product.sku().value())
                .containsExactly("SECRET");
        assertThatThrownBy(() -> list(Callers.with(Permission.STOCK_WRITE), false))
                .isInstanceOf(PermissionDenied.class);
    }

    @Test
    void sellersFindPricesOfHiddenProductsToo() {
        ProductView secret = added(shop, details("SECRET", "Next season's tea", "450", null, false, 5));

        assertThat(shop.get(PriceList.class).bySku(List.of(secret.sku(), TEA)))
                .containsOnlyKeys(secret.sku())
                .containsValue(
                        new PricedProduct(secret.id(), secret.sku(), "Next season's tea", null, secret.price(), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "change", "archive"})
    void needsThePermission(String act) {
        Caller clerk = Callers.with(Permission.STOCK_WRITE, Permission.ORDERS_READ);

        assertThatThrownBy(() -> {
                    switch (act) {
                        case "add" -> products.add(clerk, tea());
                        case "change" -> products.change(clerk, TEA, null, same -> same);
                        default -> products.archive(clerk, TEA, null);
                    }
                })
                .isInstanceOf(PermissionDenied.class);
    }

    private List<ProductView> list(Caller caller, boolean visible) {
        ProductFilter filter = new ProductFilter(SearchText.of(null), null, null, visible);
        return products.list(caller, filter, ProductSort.NAME, new PageRequest(20, null))
                .items();
    }
}
