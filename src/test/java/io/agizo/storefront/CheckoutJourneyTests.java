package io.agizo.storefront;

import static io.agizo.signin.TwoReplicas.freshPhone;
import static io.agizo.storefront.Shopper.ordered;
import static io.agizo.storefront.Shopper.ordersOf;
import static io.agizo.storefront.Shopper.price;
import static io.agizo.storefront.Shopper.seen;
import static io.agizo.storefront.Shopper.sql;
import static io.agizo.storefront.Shopper.stocked;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.signin.TwoReplicas;
import io.agizo.signin.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on which a cart becomes an order, without scripts. */
class CheckoutJourneyTests {

    private static final String NASTY = "<script>alert(1)</script>\"'";

    private final String sku = stocked(100);
    private final Shopper shopper = Shopper.withCart(sku, 2);

    @Test
    void asksForANameAndANumberAndLeadsToTheOrder() {
        HttpResponse<String> page = shopper.browser().get("/checkout");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Fine " + sku, "900.00", "name=\"name\"", "name=\"phone\"", "name=\"note\"");

        String order = ordered(shopper.press("Amina Otieno", freshPhone(), seen(page)));

        HttpResponse<String> own = shopper.browser().get(order);
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.body()).contains("Thank you", "Fine " + sku, "900.00", "Cancel this order");
        assertThat(shopper.browser().get("/checkout"))
                .as("the checkout of what is ordered")
                .satisfies(back -> assertThat(ordered(back)).isEqualTo(order));
    }

    @Test
    void ordersAgainWithANewCartAtOnce() {
        String first = ordered(shopper.press("Amina", freshPhone(), null));
        shopper.takeCart(sku, 1);

        String second = ordered(shopper.press("Baraka", freshPhone(), null));

        assertThat(second).isNotEqualTo(first);
        assertThat(ordersOf(sku)).isEqualTo(2);
        assertThat(shopper.browser().get(first).body()).doesNotContain("Thank you! We have");
    }

    @Test
    void saysWhatIsMissingAndLosesNothing() {
        HttpResponse<String> page = shopper.browser().get("/checkout");

        HttpResponse<String> refused = shopper.browser()
                .post("/checkout", "name", "", "phone", "07 word", "note", "At the gate", "seen", seen(page));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Tell us your name", "value=\"07 word\"", "At the gate", "href=\"#name\"", "href=\"#phone\"");
        assertThat(ordersOf(sku)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+881612345678", "+447400123456", "+254900222111", "0711"})
    void textsNoNumberThatIsFarAwayOrDearOrNone(String phone) {
        HttpResponse<String> refused = shopper.press("Amina", phone, null);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"phone-fault\"").contains("value=\"" + phone + "\"");
        assertThat(ordersOf(sku)).isZero();
    }

    @Test
    void takesNoNameOfThreeHundredLettersAndShowsANastyOneAsText() {
        assertThat(shopper.press("A".repeat(300), freshPhone(), null).statusCode())
                .isEqualTo(422);

        HttpResponse<String> refused = shopper.press(NASTY, "none", null);

        assertThat(refused.body()).doesNotContain("<script>alert").contains("&lt;script>alert(1)");
        ordered(shopper.press(NASTY, freshPhone(), null));
    }

    @Test
    void asksForNoMoreThanTheNoteCanHold() {
        HttpResponse<String> refused =
                shopper.browser().post("/checkout", "name", "Amina", "phone", freshPhone(), "note", "n".repeat(1001));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"note-fault\"", "<details class=\"more note\" open");
    }

    @Test
    void tellsTheNewPriceBesideTheLineAndChargesItOnlyThen() {
        String seen = seen(shopper.browser().get("/checkout"));
        price(sku, "500");

        HttpResponse<String> refused = shopper.press("Amina", freshPhone(), seen);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Was 450.00 each, now 500.00", "1,000.00", "value=\"Amina\"");
        assertThat(ordersOf(sku)).isZero();

        String order = ordered(shopper.press("Amina", freshPhone(), seen(refused)));
        assertThat(shopper.browser().get(order).body()).contains("1,000.00");
    }

    @Test
    void chargesNotWhatOnlyAnotherTabShowed() {
        String first = seen(shopper.browser().get("/checkout"));
        price(sku, "500");
        shopper.browser().get("/checkout");

        assertThat(shopper.press("Amina", freshPhone(), first).body()).contains("Was 450.00 each, now 500.00");
        assertThat(ordersOf(sku)).isZero();
    }

    @Test
    void tellsWhatAnotherTabPutIntoTheCart() {
        String first = seen(shopper.browser().get("/checkout"));
        String other = stocked(5);
        shopper.put(other, 1);
        shopper.put(sku, 3);

        HttpResponse<String> refused = shopper.press("Amina", freshPhone(), first);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("New in the cart", "Was 2");
    }

    @Test
    void offersWhatIsLeftAndOrdersItOnASecondPress() {
        HttpResponse<String> page = shopper.browser().get("/checkout");
        sql().sql(
                        "update stock_level set reserved = on_hand - 1 where product_id = (select id from product where sku = ?)")
                .param(sku)
                .update();

        HttpResponse<String> refused = shopper.press("Amina", freshPhone(), seen(page));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Only 1 left", "name=\"fit\"");
        HttpResponse<String> fitted = shopper.browser()
                .post(
                        "/checkout",
                        "name",
                        "Amina",
                        "phone",
                        "0711 000 009",
                        "note",
                        "gate",
                        "seen",
                        seen(refused),
                        "fit",
                        "1");
        assertThat(fitted.statusCode()).isEqualTo(200);
        assertThat(fitted.body()).contains("Was 2", "450.00", "value=\"Amina\"", "value=\"0711 000 009\"", "gate");
        ordered(shopper.press("Amina", freshPhone(), seen(fitted)));
    }

    @Test
    void leadsToTheCartWhereNothingIsLeft() {
        sql().sql("update product set visible = false where sku = ?").param(sku).update();

        HttpResponse<String> page = shopper.browser().get("/checkout");
        assertThat(page.body())
                .contains("No longer for sale", "Nothing of this can be ordered")
                .doesNotContain("name=\"fit\"");
        HttpResponse<String> fitted = shopper.browser().post("/checkout", "fit", "1");
        assertThat(Visitor.location(fitted)).contains("/cart");
    }

    @Test
    void hasALargeOrderProvedByACodeOnTheSamePage() {
        shopper.put(sku, 30);
        String phone = freshPhone();
        String seen = seen(shopper.browser().get("/checkout"));

        HttpResponse<String> refused = shopper.press("Amina", phone, seen);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Show that the number is yours", "name=\"text\"");
        HttpResponse<String> texted = shopper.browser()
                .post("/checkout", "name", "Amina", "phone", phone, "note", "", "seen", seen, "text", "1");
        assertThat(texted.statusCode()).isEqualTo(200);
        assertThat(texted.body()).contains("name=\"code\"", "one-time-code");
        HttpResponse<String> wrong = shopper.browser()
                .post("/checkout", "name", "Amina", "phone", phone, "note", "", "seen", seen, "code", "12");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"code-fault\"").doesNotContain("value=\"12\"");

        ordered(shopper.browser()
                .post("/checkout", "name", "Amina", "phone", phone, "note", "", "seen", seen, "code", code(phone)));
        assertThat(ordersOf(sku)).isEqualTo(1);
    }

    private static String code(String phone) {
        return sql().sql(
                        "select body from message where phone = ? and occasion = 'order-code' order by id desc limit 1")
                .param(phone)
                .query(String.class)
                .single()
                .replaceFirst(".*?([0-9]{6}).*", "$1");
    }

    @Test
    void takesOnePressOfWhoHasSignedIn() {
        var member = TwoReplicas.member();
        shopper.browser().signIn(member.phone(), TwoReplicas.PASSWORD);

        HttpResponse<String> page = shopper.browser().get("/checkout");
        assertThat(page.body()).contains("Amina").doesNotContain("name=\"phone\"");
        assertThat(shopper.browser().get("/checkout?other=true").body()).contains("name=\"phone\"", "value=\"Amina\"");

        String order = ordered(shopper.browser().post("/checkout", "note", "", "seen", seen(page)));
        assertThat(sql().sql("select body from message where phone = ?")
                        .param(member.phone())
                        .query(String.class)
                        .list())
                .anyMatch(text -> text.endsWith(order));
    }

    @Test
    void waitsWithTooManyOrdersOfANumber() {
        String phone = freshPhone();
        for (int i = 0; i < 5; i++) {
            ordered(shopper.press("Amina", phone, null));
            shopper.takeCart(sku, 1);
        }

        HttpResponse<String> refused = shopper.press("Amina", phone, null);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("5 orders that are still open", "name=\"text\"");
    }

    @ParameterizedTest
    @CsvSource({"GET", "POST"})
    void leadsToTheCartWithoutOne(String method) {
        Shopper nobody = new Shopper(TwoReplicas.visitor().with("Accept", "text/html"));
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = method.equals("GET")
                    ? nobody.browser().get("/checkout")
                    : nobody.press("Amina", freshPhone(), null);
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(Visitor.location(answer)).contains("/cart");
            nobody.browser().plant("cart", "AAAAAAAAAAAAAAAAAAAAAAAA");
        }
    }

    @Test
    void tellsTheNumberBackInFull() {
        assertThat(shopper.browser()
                        .post("/checkout/phone", "phone", "0711000123")
                        .body())
                .contains("+254 711 000123");
        for (String notTexted : List.of("07", "+491701234567", "+254900222111")) {
            HttpResponse<String> told = shopper.browser().post("/checkout/phone", "phone", notTexted);
            assertThat(told.body()).doesNotContain("We will text");
            assertThat(shopper.press("Amina", notTexted, null).body()).doesNotContain("We will text");
        }
    }

    @Test
    void speaksSwahili() {
        Shopper msuahili = Shopper.withCart(sku, 1);
        msuahili.browser().with("Accept-Language", "sw");

        assertThat(msuahili.browser().get("/checkout").body()).contains("Agizo lako", "Agiza sasa");
        String phone = freshPhone();
        String order = ordered(msuahili.press("Amina", phone, null));
        assertThat(msuahili.browser().get(order).body()).contains("Asante! Tumepokea agizo lako.");
        assertThat(sql().sql("select body from message where phone = ?")
                        .param(phone)
                        .query(String.class)
                        .single())
                .contains("asante! Agizo ");
    }

    @Test
    void saysThatTheOrderOfThisCartWasDeleted() {
        String cart = shopper.cart().secret();
        ordered(shopper.press("Amina", freshPhone(), null));
        sql().sql("update orders set voided_at = now() where id in (select order_id from order_line where sku = ?)")
                .param(sku)
                .update();
        assertThat(Visitor.location(shopper.browser().get("/checkout"))).contains("/cart");
        shopper.browser().plant("cart", cart);

        HttpResponse<String> gone = shopper.press("Amina", freshPhone(), null);

        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("The shop has deleted order");
    }
}
