package io.agizo.storefront;

import static io.agizo.signin.TwoReplicas.bean;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.cart.CartId;
import io.agizo.shared.Sku;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.Visitor;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who shops in the shop of two replicas, with a cart and a browser that runs no scripts. */
record Shopper(Visitor browser) {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");

    static Shopper withCart(String sku, int quantity) {
        Shopper shopper = new Shopper(TwoReplicas.visitor().with("Accept", "text/html"));
        shopper.takeCart(sku, quantity);
        return shopper;
    }

    /** Something to buy at 450.00 that no other test buys; it is called "Fine" and its SKU. */
    static String stocked(int units) {
        return Goods.fresh("Fine", "450.00", units).value();
    }

    static void price(String sku, String price) {
        Goods.price(new Sku(sku), price);
    }

    static JdbcClient sql() {
        return bean(JdbcClient.class);
    }

    /** Adds to the cart of this browser, or to a new one once that is ordered. */
    void takeCart(String sku, int quantity) {
        assertThat(browser.post("/cart/lines", "sku", sku, "quantity", Integer.toString(quantity))
                        .statusCode())
                .isEqualTo(303);
    }

    void put(String sku, int quantity) {
        browser.post("/cart/lines", "sku", sku);
        browser.post("/cart/lines/" + sku, "quantity", Integer.toString(quantity));
    }

    CartId cart() {
        return new CartId(String.valueOf(browser.cookie("cart")));
    }

    /** What a page of the checkout says that it showed. */
    static String seen(HttpResponse<String> page) {
        Matcher seen = SEEN.matcher(page.body());
        assertThat(seen.find()).as(page.body()).isTrue();
        return seen.group(1);
    }

    HttpResponse<String> press(String name, String phone, @Nullable String seen) {
        return seen == null
                ? browser.post("/checkout", "name", name, "phone", phone, "note", "")
                : browser.post("/checkout", "name", name, "phone", phone, "note", "", "seen", seen);
    }

    /** Where a press leads: the address of the one order. */
    static String ordered(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String address = Visitor.location(answer).orElseThrow();
        assertThat(address).matches("/orders/[A-Za-z0-9_-]{16}[0-9A-Z]{7}");
        return address;
    }

    static long ordersOf(String sku) {
        return sql().sql("select count(distinct order_id) from order_line where sku = ?")
                .param(sku)
                .query(Long.class)
                .single();
    }
}
