package io.agizo.office;

import static io.agizo.office.Colleagues.hired;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.RunningShop;
import io.agizo.catalog.ProductDetails;
import io.agizo.catalog.Products;
import io.agizo.shared.Sku;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.Visitor;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shelf as those behind the counter keep it. */
class ProductPagesJourneyTests {

    private static final String PRODUCTS = "/office/products";

    private final Visitor manager = hired("manager").signedIn();
    private final String sku = fresh("SHELF");
    private final String there = PRODUCTS + "/" + sku;

    @Test
    void addsAProductAndFindsItByItsBarcode() {
        String code = fresh("LABEL");

        HttpResponse<String> added = add("Tea <b>with</b> milk", code, "12");

        assertThat(Visitor.location(added)).hasValue(there);
        assertThat(manager.get(there).body())
                .contains(" milk is on the shelf.", code, "1250.00", "First stock")
                .doesNotContain("<b>with");
        assertThat(Visitor.location(manager.get(PRODUCTS + "?q=" + code))).hasValue(there);
        assertThat(manager.get(PRODUCTS + "?q=" + sku).body()).contains(sku, "data-row=\"" + sku + "\"");
    }

    @Test
    void keepsWhatWasTypedIntoARefusedForm() {
        HttpResponse<String> refused = manager.post(
                PRODUCTS + "/new",
                "sku",
                sku,
                "name",
                "شاي 🍵",
                "price",
                "1.250,00",
                "lowAt",
                "few",
                "barcodes",
                "6.16E+12");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("شاي 🍵", "value=\"1.250,00\"", "price-fault", "lowAt-fault", "6.16E+12")
                .doesNotContainPattern("id=\"visible\"[^>]* checked");
        HttpResponse<String> cut =
                manager.post(PRODUCTS + "/new", "sku", sku, "name", "Tea", "price", "1,250", "barcodes", "6.16E+12");
        assertThat(cut.statusCode()).isEqualTo(422);
        assertThat(cut.body()).contains("barcodes-fault", "spreadsheet");
        HttpResponse<String> swahili = manager.post(
                PRODUCTS + "/new", "sku", sku, "name", "Tea", "price", "1", "nameSw", "<chai>" + "x".repeat(4_000));
        assertThat(swahili.statusCode()).isEqualTo(422);
        assertThat(swahili.body())
                .contains("nameSw-fault", "&lt;chai>")
                .containsPattern("<details class=\"more\" open");
        assertThat(manager.post(PRODUCTS + "/new", "sku", sku, "name", "x".repeat(4_000), "price", "1")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void saysWhoHasTheSkuOrTheBarcode() {
        String code = fresh("LABEL");
        add("Tea", code, "1");

        HttpResponse<String> sameSku = add("Tea", fresh("LABEL"), "1");
        HttpResponse<String> sameCode =
                manager.post(PRODUCTS + "/new", "sku", fresh("OTHER"), "name", "Other", "price", "1", "barcodes", code);

        assertThat(sameSku.statusCode()).isEqualTo(409);
        assertThat(sameSku.body()).contains("sku-fault", "Another product has this SKU");
        assertThat(sameCode.statusCode()).isEqualTo(409);
        assertThat(sameCode.body()).contains("barcodes-fault", "that of Tea (" + sku + ")");
    }

    @Test
    void showsWhatAnotherChangedAndLosesNothing() {
        add("Tea", fresh("LABEL"), "5");
        change("1", "Tea", "1300", "Drinks");

        HttpResponse<String> late = change("1", "Green tea", "1250.00", "");

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body())
                .contains(
                        "Somebody else changed this product",
                        "value=\"Green tea\"",
                        "<bdi>1300.00</bdi>",
                        "<bdi>Drinks</bdi>")
                .contains("name=\"version\" value=\"2\"");
        assertThat(Visitor.location(change("2", "Green tea", "1250.00", ""))).hasValue(there);
    }

    @Test
    void isNotStaleBecauseOneWasSold() {
        add("Tea", fresh("LABEL"), "5");
        manager.post(there + "/stock", "delta", "-1", "reason", "broken");

        assertThat(Visitor.location(change("1", "Green tea", "1250.00", ""))).hasValue(there);
    }

    @Test
    void hidesAndShowsWithOnePress() {
        add("Tea", fresh("LABEL"), "5");

        HttpResponse<String> hidden = manager.post(there + "/hide", "there", "?q=" + sku);
        assertThat(Visitor.location(hidden)).hasValue(PRODUCTS + "?q=" + sku);
        assertThat(manager.get(PRODUCTS + "?q=" + sku).body())
                .contains("Shoppers no longer see Tea.")
                .doesNotContain("data-row");
        assertThat(manager.get(PRODUCTS + "?state=hidden&q=" + sku).body()).contains("data-row=\"" + sku + "\"");
        assertThat(Visitor.location(manager.post(there + "/show", "there", "//elsewhere")))
                .hasValue(there);
        assertThat(manager.get(PRODUCTS + "?q=" + sku).body()).contains("data-row=\"" + sku + "\"");
    }

    @Test
    void movesStockWithAReasonAndExplainsIt() {
        add("Tea", fresh("LABEL"), "10");
        assertThat(manager.get(there).body()).contains("Tea is on the shelf.");

        assertThat(Visitor.location(manager.post(there + "/stock", "delta", "24", "way", "in", "reason", "delivery")))
                .hasValue(there);
        assertThat(manager.get(there).body()).contains("Booked. Now 34 are on the shelf.");
        manager.post(there + "/stock", "delta", "3", "way", "out", "reason", "own-use");
        manager.post(there + "/stock", "delta", "-1", "own", "Fell & broke");

        assertThat(manager.get(there).body())
                .contains("Now 31 are on the shelf.", "Own use", "Fell &amp; broke", "+24", "−3");
        HttpResponse<String> tooMany = manager.post(there + "/stock", "delta", "31", "way", "out", "reason", "stolen");
        assertThat(tooMany.statusCode()).isEqualTo(409);
        assertThat(tooMany.body()).contains("value=\"31\"", "at most 30 can go");
        HttpResponse<String> none = manager.post(there + "/stock", "delta", "a few");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("delta-fault", "value=\"a few\"");
        assertThat(manager.post(there + "/stock", "delta", "1").body()).contains("own-fault");
    }

    @Test
    void showsTheDifferenceBeforeItBooksACount() {
        add("Tea", fresh("LABEL"), "10");

        assertThat(manager.get(there + "?counted=8").body())
                .contains("You counted 8: 2 fewer than the books say.", "name=\"counted\" value=\"8\"");
        assertThat(manager.get(there).body()).doesNotContain("Counted</strong>");
        assertThat(Visitor.location(manager.post(there + "/stock", "counted", "8")))
                .hasValue(there);
        assertThat(manager.get(there).body()).contains("Counted</strong>", "−2", "Booked. Now 8 are on the shelf.");
        assertThat(manager.get(there + "?counted=lots").statusCode()).isEqualTo(422);
        assertThat(manager.post(there + "/stock", "counted", "-1").statusCode()).isEqualTo(422);
    }

    @Test
    void saysWhichOpenOrdersHoldWhatIsRemoved() {
        add("Tea", fresh("LABEL"), "10");
        assertThat(manager.get(there + "/remove").body()).contains("Remove Tea?", "No open order has it.");
        RunningShop shop = TwoReplicas.shop();
        assertThat(shop.send(HttpRequest.newBuilder(shop.uri("/api/v1/orders"))
                                .header("Authorization", "Bearer " + shop.demoToken("orders:place"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("""
                                        {"lines":[{"sku":"%s","quantity":2}]}""".formatted(sku))))
                        .statusCode())
                .isEqualTo(201);

        assertThat(manager.get(there + "/remove").body()).contains("Open orders that have it: 1.");
        assertThat(manager.get(there).body()).contains("href=\"/office/orders/").contains("Ordered, ");
        assertThat(manager.get(there + "?counted=1").body()).contains("9 fewer");
        assertThat(manager.post(there + "/stock", "counted", "1").statusCode()).isEqualTo(409);
        assertThat(Visitor.location(manager.post(there + "/remove"))).hasValue(PRODUCTS);
        assertThat(manager.get(there).statusCode()).isEqualTo(404);
        assertThat(manager.get(PRODUCTS).body()).contains("Tea is removed.");
    }

    @Test
    void listsWhatIsLowAndDownloadsWhatIsListed() {
        String category = fresh("Aisle");
        product(sku, category, 3);
        product(fresh("SHELF"), category, 30);

        String low = "?category=" + category + "&state=low";
        assertThat(manager.get(PRODUCTS + low).body()).contains("data-row=\"" + sku + "\"", "Low", "products.csv?");
        HttpResponse<String> csv = manager.get(PRODUCTS + ".csv" + low);
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body().lines()).hasSize(2).last().asString().startsWith(sku + ",");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?sort=sideways&state=gone",
                "?category=%00",
                "?category=No%20such%20%3Cb%3E",
                "?q=%3Cscript%3Ealert(1)%3C/script%3E",
                "?q=%D8%B4%D8%A7%D9%8A",
                "?q=%F0%9F%8D%B5"
            })
    void answersNonsenseInTheAddress(String question) {
        HttpResponse<String> answer = manager.get(PRODUCTS + question);

        assertThat(answer.statusCode()).isIn(200, 422);
        assertThat(answer.body()).contains("<h1>Products</h1>").doesNotContain("<script>alert", "such <b>");
        assertThat(manager.get(PRODUCTS + "?q=" + "x".repeat(4_000)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void showsEachRoleWhatItMayDo() {
        product(sku, fresh("Aisle"), 3);
        for (String role : List.of("owner", "manager")) {
            assertThat(hired(role).signedIn().get(there).body()).contains(there + "/hide", there + "/stock", "ledger");
        }
        for (String role : List.of("cashier", "packer")) {
            Visitor colleague = hired(role).signedIn();
            assertThat(colleague.get(PRODUCTS + "?q=" + sku).body())
                    .contains("data-row=\"" + sku + "\"")
                    .doesNotContain("/hide", PRODUCTS + "/new");
            assertThat(colleague.get(there).body()).doesNotContain(there + "/hide", there + "/remove");
            assertThat(colleague.post(there + "/hide").statusCode()).isEqualTo(403);
            assertThat(colleague.post(there, "version", "1", "name", "Mine").statusCode())
                    .isEqualTo(403);
            assertThat(colleague.get(PRODUCTS + "/new").statusCode()).isEqualTo(403);
        }
    }

    private HttpResponse<String> add(String name, String code, String stock) {
        return manager.post(
                PRODUCTS + "/new",
                "sku",
                sku,
                "name",
                name,
                "price",
                "1,250.00",
                "stock",
                stock,
                "barcodes",
                code,
                "visible",
                "true");
    }

    private HttpResponse<String> change(String version, String name, String price, String category) {
        return manager.post(
                there,
                "version",
                version,
                "sku",
                sku,
                "name",
                name,
                "price",
                price,
                "category",
                category,
                "visible",
                "true");
    }

    private static void product(String sku, String category, int stock) {
        TwoReplicas.bean(Products.class)
                .add(
                        Till.SHELF,
                        new ProductDetails(
                                new Sku(sku).value(),
                                "Shelf",
                                null,
                                BigDecimal.ONE,
                                category,
                                true,
                                stock,
                                null,
                                null,
                                null));
    }

    private static String fresh(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }
}
