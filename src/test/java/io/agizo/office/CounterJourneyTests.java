package io.agizo.office;

import static io.agizo.office.Colleagues.hired;
import static io.agizo.office.Till.orders;
import static io.agizo.office.Till.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.catalog.Products;
import io.agizo.office.Colleagues.Colleague;
import io.agizo.shared.Sku;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.Visitor;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CounterJourneyTests {

    private static final String SALES = "/office/counter/sales";

    private final Colleague cashier = hired("cashier");
    private final String sku = product(10);
    private final String key = UUID.randomUUID().toString();

    @Test
    void sellsByAPlainFormAndShowsTheReceipt() {
        Visitor visitor = cashier.signedIn();

        HttpResponse<String> sold = visitor.post(
                SALES,
                "key",
                key,
                "sku",
                sku,
                "quantity",
                "2",
                "sku",
                "",
                "quantity",
                "",
                "item",
                "Gift <b>wrap</b> 🎁",
                "amount",
                "50",
                "fulfilled",
                "true",
                "receipt",
                "none");

        assertThat(sold.statusCode()).as(sold.body()).isEqualTo(303);
        String receipt = visitor.get(Visitor.location(sold).orElseThrow()).body();
        assertThat(receipt).contains("Goods " + sku, "Gift &lt;b&gt;wrap&lt;/b&gt; 🎁", "250.00", "Fulfilled");
        assertThat(visitor.post(
                                SALES,
                                "key",
                                key,
                                "sku",
                                sku,
                                "quantity",
                                "2",
                                "item",
                                "Gift <b>wrap</b> 🎁",
                                "amount",
                                "50",
                                "fulfilled",
                                "true")
                        .headers())
                .as("pressed twice")
                .isNotNull();
        assertThat(orders(cashier)).isOne();
    }

    @Test
    void keepsForCollectionUnlessItIsHandedOver() {
        Visitor visitor = cashier.signedIn();

        HttpResponse<String> sold = visitor.post(SALES, "key", key, "sku", sku, "quantity", "1");

        assertThat(visitor.get(Visitor.location(sold).orElseThrow()).body()).contains("Accepted");
    }

    @Test
    void showsTheTotalFirstIfAskedAndThenChargesNothingElse() {
        Visitor visitor = cashier.signedIn();

        String shown = visitor.post(SALES, "key", key, "sku", sku, "quantity", "3", "show", "total")
                .body();
        assertThat(shown)
                .contains("Goods " + sku, "300.00", "value=\"" + key + "\"", "name=\"price\" value=\"100.00\"");
        assertThat(orders(cashier)).isZero();

        TwoReplicas.bean(Products.class).change(Till.SHELF, new Sku(sku), null, present -> dearer(present));
        HttpResponse<String> refused =
                visitor.post(SALES, "key", key, "sku", sku, "quantity", "3", "price", "100.00", "fulfilled", "true");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("costs 120.00 now", "value=\"" + key + "\"", "name=\"price\" value=\"120.00\"");
        assertThat(orders(cashier)).isZero();
    }

    @Test
    void tellsScriptsWhatBecameOfASale() {
        Visitor till = scripted();

        assertThat(till.post(SALES, sale("2")).statusCode()).isEqualTo(201);
        HttpResponse<String> again = till.post(SALES, sale("2"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("\"again\":true");
        assertThat(till.post(SALES, sale("3")).body()).contains("\"refused\":\"key-reused\"");
        assertThat(till.post(SALES, with(sale("1"), "seller", "somebody", "key", "other"))
                        .body())
                .contains("\"refused\":\"other-seller\"");
        assertThat(till.post(SALES, with(sale("99"), "key", "other")).body())
                .contains("\"refused\":\"out-of-stock\"", "\"available\":8", "\"line\":0");
        assertThat(till.post(SALES, with(sale("1"), "key", "other", "customer", "C-NOBODY"))
                        .body())
                .contains("\"refused\":\"unknown-customer\"");
        assertThat(till.post(SALES, "key", "other", "sku", "NO-SUCH", "quantity", "1")
                        .body())
                .contains("\"refused\":\"unknown-product\"");
        assertThat(orders(cashier)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "a lot", "1e9", "99999999999"})
    void refusesUnitsThatAreNone(String quantity) {
        Visitor visitor = cashier.signedIn();

        HttpResponse<String> refused = visitor.post(SALES, "key", key, "sku", sku, "quantity", quantity);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"" + sku + "\"", "value=\"" + quantity + "\"");
        assertThat(scripted()
                        .post(SALES, "key", key, "sku", sku, "quantity", quantity)
                        .body())
                .contains("\"refused\":\"invalid\"", "\"field\":\"quantity\"");
    }

    @Test
    void refusesWhatNobodyCouldHaveMeant() {
        Visitor till = scripted();

        for (String[] wrong : new String[][] {
            {"note", "n".repeat(4000)},
            {"item", "i".repeat(4000), "amount", "1"},
            {"item", "One\ntwo", "amount", "1"},
            {"item", "Rice", "amount", "a lot"},
            {"item", "Rice", "amount", "-1"},
            {"item", "Rice", "amount", "1e999999999"},
            {"phone", "not a phone"},
            {"time", "yesterday"},
            {"customer", "<script>"},
            {"key", ""},
        }) {
            HttpResponse<String> refused = till.post(SALES, with(sale("1"), wrong));
            assertThat(refused.statusCode()).as(Arrays.toString(wrong)).isEqualTo(422);
        }
        assertThat(till.post(SALES, "key", key).statusCode()).isEqualTo(422);
        assertThat(till.post(
                                SALES,
                                with(
                                        sale("1"),
                                        "note",
                                        "‮مرحبا 🎁 <b>",
                                        "name",
                                        "Nasıl ‮x",
                                        "phone",
                                        TwoReplicas.freshPhone()))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void isThereForThoseWhoSell() {
        for (String role : new String[] {"owner", "manager", "cashier"}) {
            assertThat(hired(role).signedIn().get("/office/counter").statusCode())
                    .as(role)
                    .isEqualTo(200);
        }
        Visitor packer = hired("packer").signedIn();
        for (String path : new String[] {"", "/shell", "/session", "/products"}) {
            assertThat(packer.get("/office/counter" + path).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(packer.post(SALES, sale("1")).statusCode()).isEqualTo(403);
        assertThat(packer.post("/office/counter/cancellations", "key", key).statusCode())
                .isEqualTo(403);
        assertThat(Visitor.isSentToLogin(TwoReplicas.visitor().get("/office/counter/session")))
                .isTrue();
    }

    @Test
    void handsTheTillWhatItNeedsAndNotTwice() {
        Visitor till = scripted();

        HttpResponse<String> goods = till.get("/office/counter/products");
        assertThat(goods.body()).contains("\"sku\":\"" + sku + "\"", "\"available\":10", "\"price\":\"100.00\"");
        String tag = goods.headers().firstValue("ETag").orElseThrow();
        assertThat(scripted()
                        .with("If-None-Match", tag)
                        .get("/office/counter/products?sku=" + sku)
                        .statusCode())
                .isEqualTo(200);
        assertThat(till.get("/office/counter/products?sku=" + sku).body())
                .contains(sku)
                .doesNotContain("TEA-500");
        assertThat(till.get("/office/counter/session").body())
                .contains(cashier.member().id().value().toString(), "\"mayHandOver\":true");
        assertThat(till.get("/office/counter/customers?q=zz").statusCode()).isEqualTo(200);
        String shell = till.get("/office/counter/shell").body();
        assertThat(shell)
                .contains("id=\"till\"")
                .doesNotContain("Amina", "_csrf", cashier.member().phone());
        assertThat(till.get("/office/counter-worker.js")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .startsWith("text/javascript");
    }

    @Test
    void textsSomebodyNewInTheLanguageOfTheCounter() {
        String phone = TwoReplicas.freshPhone();

        scripted()
                .with("Accept-Language", "sw")
                .post(SALES, with(sale("1"), "receipt", "sms", "name", "Amina", "phone", phone));

        assertThat(TwoReplicas.sql()
                        .sql("select body from message where phone = ?")
                        .param(phone)
                        .query(String.class)
                        .single())
                .contains("limekabidhiwa");
    }

    @Test
    void keepsTheTillsStoreWhenWhoeverSellsSignsOut() {
        assertThat(cashier.signedIn().post("/logout").headers().firstValue("Clear-Site-Data"))
                .isEmpty();
        assertThat(hired("packer").signedIn().post("/logout").headers().firstValue("Clear-Site-Data"))
                .isPresent();
    }

    private Visitor scripted() {
        Visitor visitor = cashier.signedIn();
        return visitor.with("Accept", "application/json");
    }

    private String[] sale(String quantity) {
        return new String[] {
            "key", key, "sku", sku, "quantity", quantity, "price", "100.00", "fulfilled", "true", "receipt", "none"
        };
    }

    /** The fields with others in place of those of the same name. */
    private static String[] with(String[] fields, String... others) {
        return Stream.concat(Arrays.stream(others), Arrays.stream(fields)).toArray(String[]::new);
    }

    private static io.agizo.catalog.ProductDetails dearer(io.agizo.catalog.ProductDetails present) {
        return new io.agizo.catalog.ProductDetails(
                present.sku(),
                present.name(),
                present.description(),
                new java.math.BigDecimal("120.00"),
                present.category(),
                present.visible(),
                null,
                present.barcodes(),
                present.lowAt(),
                present.translations());
    }
}
