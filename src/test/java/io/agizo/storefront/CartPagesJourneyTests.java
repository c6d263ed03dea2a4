package io.agizo.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.shared.Sku;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cart of a browser that runs no scripts. */
class CartPagesJourneyTests {

    private final Visitor shopper = TwoReplicas.visitor();

    @Test
    void fillsACartAndKeepsItThroughSigningIn() {
        Sku tea = Goods.fresh("450.00", 10);

        HttpResponse<String> added = shopper.post("/cart/lines", "sku", tea.value());
        shopper.post("/cart/lines", "sku", tea.value(), "quantity", "2");

        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(Visitor.location(added)).hasValue("/cart");
        assertThat(shopper.get("/cart").body()).contains(tea.value(), "1,350.00");
        TwoReplicas.Member member = TwoReplicas.member();
        shopper.signIn(member.phone(), TwoReplicas.PASSWORD);
        assertThat(shopper.isSignedIn()).isTrue();
        assertThat(shopper.get("/").body()).contains("data-units=\"3\"");
        assertThat(shopper.get("/cart").body()).contains(tea.value(), "1,350.00");
    }

    @Test
    void showsWhatIsInIt() throws IOException {
        Sku tea = Goods.fresh("450.00", 10);
        Goods.hangPicture(tea);

        shopper.post("/cart/lines", "sku", tea.value());

        assertThat(shopper.get("/cart").body()).containsPattern("<img [^>]*src=\"/pictures/[0-9a-f]+-");
    }

    @Test
    void comesBackToTheShelfAsItWas() {
        Sku tea = Goods.fresh("450.00", 10);

        HttpResponse<String> added =
                shopper.post("/cart/lines", "sku", tea.value(), "there", "?category=Shop%20tests&q=" + tea.value());

        assertThat(Visitor.location(added)).hasValue("/?category=Shop%20tests&q=" + tea.value() + "#p-" + tea.value());
        assertThat(shopper.get("/?category=Shop%20tests&q=" + tea.value()).body())
                .contains("1 × ", "added.");
        assertThat(Visitor.location(shopper.post("/cart/lines", "sku", tea.value(), "there", "product")))
                .hasValue("/products/" + tea);
        assertThat(Visitor.location(shopper.post("/cart/lines", "sku", tea.value(), "there", "//elsewhere.test")))
                .hasValue("/cart");
        assertThat(Visitor.location(shopper.post("/cart/lines", "sku", tea.value(), "there", "?q={x}")))
                .hasValueSatisfying(place -> assertThat(place).startsWith("/?q="));
    }

    @Test
    void opensNoCartForWhoeverOnlyLooks() {
        Sku tea = Goods.fresh("450.00", 10);

        shopper.get("/");
        shopper.get("/products/" + tea);
        shopper.get("/cart");

        assertThat(shopper.cookie("cart")).isNull();
        assertThat(shopper.cookie("session")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1e9", "1000000000", "two", "1.5"})
    void refusesWhatIsNoNumberOfUnits(String typed) {
        Sku tea = Goods.fresh("450.00", 10);
        shopper.post("/cart/lines", "sku", tea.value(), "quantity", "2");

        HttpResponse<String> refused = shopper.post("/cart/lines", "sku", tea.value(), "quantity", typed);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("This must be a whole number from 1 to 100000.", "value=\"" + typed + "\"");
        assertThat(shopper.get("/cart").body()).contains("900.00");
    }

    @Test
    void takesOutAndPutsBack() {
        Sku tea = Goods.fresh("450.00", 10);
        shopper.post("/cart/lines", "sku", tea.value(), "quantity", "4");

        HttpResponse<String> removed = shopper.post("/cart/lines/" + tea + "/remove");

        String place = Visitor.location(removed).orElseThrow();
        assertThat(place).isEqualTo("/cart?removed=" + tea + "&quantity=4");
        assertThat(shopper.get(place).body()).contains("was taken out", "Put it back", "Your cart is empty");
        shopper.post("/cart/lines", "sku", tea.value(), "quantity", "4");
        assertThat(shopper.get(place).body()).contains("1,800.00").doesNotContain("Put it back");
        assertThat(Visitor.location(shopper.post("/cart/lines/" + tea, "quantity", "0")))
                .hasValue("/cart?removed=" + tea + "&quantity=4");
        assertThat(shopper.post("/cart/lines/" + tea + "/remove").statusCode()).isEqualTo(303);
    }

    @Test
    void tellsWhatChangedMeanwhile() {
        Sku dear = Goods.fresh("450.00", 10);
        Sku rare = Goods.fresh("100.00", 5);
        Sku gone = Goods.fresh("70.00", 5);
        shopper.post("/cart/lines", "sku", dear.value());
        shopper.post("/cart/lines", "sku", rare.value(), "quantity", "3");
        shopper.post("/cart/lines", "sku", gone.value());
        Goods.price(dear, "500.00");
        Goods.take(rare, 3);
        Goods.remove(gone);

        String cart = shopper.get("/cart").body();

        assertThat(cart)
                .contains(
                        "The price was 450.00 and is now 500.00.",
                        "Only 2 left, you have 3.",
                        "Take 2",
                        "No longer for sale.",
                        "Something above must be changed")
                .doesNotContain("href=\"/checkout\"");
        shopper.post("/cart/lines/" + rare, "quantity", "2");
        shopper.post("/cart/lines/" + gone + "/remove");
        assertThat(shopper.get("/cart").body()).contains("href=\"/checkout\"", "700.00");
    }

    @Test
    void knowsNoCartOfAnother() {
        Sku tea = Goods.fresh("450.00", 10);
        shopper.plant("cart", "AAAAAAAAAAAAAAAAAAAAAAAA");
        assertThat(shopper.get("/cart").body()).contains("Your cart is empty");

        shopper.plant("cart", "not a cart");
        assertThat(shopper.get("/cart").statusCode()).isEqualTo(200);
        assertThat(shopper.post("/cart/lines", "sku", tea.value()).statusCode()).isEqualTo(303);
        assertThat(shopper.get("/cart").body()).contains(tea.value());
    }

    @Test
    void tellsWhoeverOpensWhatAButtonSendsToWhereTheButtonIs() {
        HttpResponse<String> page = shopper.with("Accept", "text/html").get("/cart/lines/TEA/remove");

        assertThat(page.statusCode()).isEqualTo(405);
        assertThat(page.body()).contains("Go back to the page with the button");
    }

    /** As whoever chooses another language, or comes back, where a number of units was refused. */
    @Test
    void leadsWhoeverOpensWhatWasRefusedToTheCart() {
        Sku tea = Goods.fresh("450.00", 10);
        shopper.post("/cart/lines", "sku", tea.value());

        for (String refused : List.of("/cart/lines", "/cart/lines/" + tea)) {
            assertThat(shopper.post(refused, "sku", tea.value(), "quantity", "two")
                            .statusCode())
                    .isEqualTo(422);
            HttpResponse<String> opened = shopper.get(refused + "?lang=sw");
            assertThat(opened.statusCode()).isEqualTo(303);
            assertThat(Visitor.location(opened)).hasValue("/cart");
        }
        assertThat(shopper.get("/cart").body()).contains("lang=\"sw\"", tea.value());
    }

    @Test
    void saysSoWhereNothingIsForSale() {
        assertThat(shopper.get("/products/NOTHING").statusCode()).isEqualTo(404);
        assertThat(shopper.get("/products/%3Cscript%3E").statusCode()).isEqualTo(404);
        assertThat(shopper.post("/cart/lines", "sku", "NOTHING").statusCode()).isEqualTo(404);
        assertThat(shopper.postFromElsewhere("/cart/lines", "sku", "NOTHING").statusCode())
                .isEqualTo(403);
        assertThat(shopper.get("/?sort=odd").statusCode()).isEqualTo(422);
        assertThat(shopper.get("/?q=zzzxqqqy").body()).contains("Nothing found", "See all goods");
    }
}
