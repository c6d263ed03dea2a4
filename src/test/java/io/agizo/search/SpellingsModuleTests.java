package io.agizo.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.api.IdempotentAnswers;
import io.agizo.api.PageRequest;
import io.agizo.catalog.ProductFilter;
import io.agizo.catalog.ProductFixtures;
import io.agizo.catalog.ProductView;
import io.agizo.catalog.Products;
import io.agizo.customers.CustomerDetails;
import io.agizo.customers.CustomerView;
import io.agizo.customers.Customers;
import io.agizo.inventory.AdjustStock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Kenyan names and goods as people type them. */
@TestInstance(Lifecycle.PER_CLASS)
class SpellingsModuleTests {

    private final ModuleContext shop =
            ModuleContext.of(Products.class, AdjustStock.class, Customers.class, IdempotentAnswers.class);

    /** Of those that match alike, the latest comes first. */
    @BeforeAll
    void fillTheShop() {
        product("POT-1", "Teapot");
        product("MUT-1", "Mũthigu bark tea");
        product("TEA-500", "Kericho tea");
        product("HON-1", "Mwingi honey 350 g");
        product("COF-1", "Kahawa Nyeri 250 g");
        product("TIN-1", "Cafe\u0301 tins");
        product("UNG-1", "Maize flour 2 kg");
        product("UNG-2", "Unga wa dona 2kg");
        product("SUK-1", "Sukuma wiki bunch");
        product("BEA-1", "Maharagwe, Kitui");
        product("NET-1", "Wi-Fi router");
        product("PAN-1", "Chapati pan");
        product("SOA-1", "Soap 20 kg, box of 12");
        customer("C-11", "Peter Ng’ang’a", null);
        customer("C-12", "Wanjirũ Ng'ang'a", "0722000001");
        customer("C-13", "Mary-Anne Njoroge", null);
        customer("C-15", "Wambuī wa Mwangi", "0733123456");
        customer("C-16", "Wambui Kamau", "0711000002");
        customer("C-17", "Kipchoge Cheruiyot", "0720111222");
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "spellings.csv", delimiter = ';', ignoreLeadingAndTrailingWhitespace = false)
    void areFoundFirst(String what, String typed, @Nullable String expected) {
        List<String> names = what.equals("products") ? products(typed) : customers(typed);

        assertThat(names.stream().limit(3))
                .isEqualTo(expected == null ? List.of() : Arrays.asList(expected.split("\\|", -1)));
    }

    @Test
    void areTheSameWithMarksOfTheirOwn() {
        assertThat(products("Cafe\u0301")).containsExactly("Cafe\u0301 tins");
        assertThat(products("Mu\u0303thigu")).containsExactly("Mũthigu bark tea");
        assertThat(products("mwingi\u00a0\u200bhoney")).containsExactly("Mwingi honey 350 g");
    }

    @Test
    void comeFirstIfTheyAreTheCodeThenWholeThenBegunThenMisspelt() {
        product("RANK-4", "Asalii syrup");
        product("RANK-3", "Asalia lotion");
        product("RANK-2", "Pure asali");
        product("ASALI", "Jar, empty");
        product("RANK-1", "Asili pure");

        assertThat(products("asali"))
                .containsExactly("Jar, empty", "Pure asali", "Asalia lotion", "Asalii syrup", "Asili pure");
        assertThat(products("pure asali")).containsExactly("Pure asali", "Asili pure");
    }

    @Test
    void neverFindACodeByASlip() {
        product("GROUNDNUT-77", "Njugu karanga");

        assertThat(products("groundnut")).containsExactly("Njugu karanga");
        assertThat(products("GROUNDNUT77")).containsExactly("Njugu karanga");
        assertThat(products("dnut-7")).containsExactly("Njugu karanga");
        assertThat(products("gruondnut")).isEmpty();
        assertThat(products("GROUNDNUT-78")).isEmpty();
        assertThat(customers("254711000003")).isEmpty();
    }

    @Test
    void findNothingWithoutALetterOrADigit() {
        assertThat(products("%")).isEmpty();
        assertThat(customers("' - _")).isEmpty();
    }

    private void product(String sku, String name) {
        ProductFixtures.added(shop, ProductFixtures.details(sku, name, "10", null, true, 1));
    }

    private void customer(String code, String name, @Nullable String phone) {
        shop.get(Customers.class).register(Callers.shopkeeper(), new CustomerDetails(code, name, phone, null, null));
    }

    private List<String> products(String typed) {
        return shop
                .get(Products.class)
                .list(
                        Callers.shopkeeper(),
                        new ProductFilter(SearchText.of(typed), null, null, true),
                        null,
                        new PageRequest(10, null))
                .items()
                .stream()
                .map(ProductView::name)
                .toList();
    }

    private List<String> customers(String typed) {
        return shop.get(Customers.class).list(Callers.shopkeeper(), typed, new PageRequest(10, null)).items().stream()
                .map(CustomerView::name)
                .toList();
    }
}
