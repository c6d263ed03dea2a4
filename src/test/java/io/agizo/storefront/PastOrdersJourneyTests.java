package io.agizo.storefront;

import static io.agizo.storefront.Shopper.ordered;
import static io.agizo.storefront.Shopper.seen;
import static io.agizo.storefront.Shopper.stocked;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.shared.Sku;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.TwoReplicas.Member;
import io.agizo.signin.Visitor;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a shopper who has signed in ordered before, in their account. */
class PastOrdersJourneyTests {

    private final Member amina = TwoReplicas.member();
    private final String sku = stocked(100);
    private final Shopper shopper = new Shopper(TwoReplicas.visitor().with("Accept", "text/html"));

    PastOrdersJourneyTests() {
        shopper.browser().signIn(amina.phone(), TwoReplicas.PASSWORD);
    }

    private String orders(int quantity) {
        shopper.takeCart(sku, quantity);
        return ordered(shopper.browser()
                .post("/checkout", "note", "", "seen", seen(shopper.browser().get("/checkout"))));
    }

    @Test
    void leadToTheirPagesAndAreOrderedAgainWithOnePress() {
        String order = orders(2);

        assertThat(shopper.browser().get("/account").body()).contains("2 × Fine " + sku, "900.00", order + "/again");
        assertThat(shopper.browser().get(order).statusCode()).isEqualTo(200);
        assertThat(Visitor.location(shopper.browser().post(order + "/again"))).hasValue("/cart");
        assertThat(shopper.browser().get("/cart").body()).contains("Fine " + sku, "900.00");
    }

    @Test
    void areCalledWhatGoodsAreInTheLanguageOfThePageUntilTheyAreRenamed() {
        Sku milk = Goods.inBothLanguages("Fresh milk", "Maziwa", "65.00", 10);
        shopper.takeCart(milk.value(), 2);
        shopper.browser()
                .post("/checkout", "note", "", "seen", seen(shopper.browser().get("/checkout")));

        assertThat(shopper.browser().get("/account?lang=en").body()).contains("2 × Fresh milk " + milk);
        assertThat(shopper.browser().get("/account/orders?lang=sw").body()).contains("2 × Maziwa " + milk);
        Goods.rename(milk, "Long-life milk");
        assertThat(shopper.browser().get("/account?lang=sw").body()).contains("2 × Fresh milk " + milk);
    }

    @Test
    void areAllInAListLatestFirst() {
        List<String> placed = IntStream.rangeClosed(1, 4).mapToObj(this::orders).toList();

        String account = shopper.browser().get("/account").body();
        assertThat(account).contains(placed.subList(1, 4)).doesNotContain(placed.getFirst());
        assertThat(account).contains("href=\"/account/orders\"");
        String all = shopper.browser().get("/account/orders").body();
        assertThat(all).containsSubsequence(placed.reversed());
        String part = shopper.browser().get("/account/orders?limit=3").body();
        assertThat(part).doesNotContain(placed.getFirst()).contains("rel=\"next\"");
    }

    @Test
    void areNobodyElses() {
        String order = orders(1);

        Visitor other = TwoReplicas.visitor().with("Accept", "text/html");
        other.signIn(TwoReplicas.member().phone(), TwoReplicas.PASSWORD);

        assertThat(other.get("/account/orders").body())
                .contains("Nothing ordered yet.")
                .doesNotContain(order);
        assertThat(Visitor.isSentToLogin(
                        TwoReplicas.visitor().with("Accept", "text/html").get("/account/orders")))
                .isTrue();
    }
}
